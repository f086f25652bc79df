"""The registers of a delegate's year, and of what delegates promised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.activities import delegate_year, rules
from dienhong.activities.actions import may_write_own_part
from dienhong.activities.models import ActivitySheet, Assessment, Pledge
from dienhong.activities.models.delegates import PersonalRecord
from dienhong.activities.queries import accounts, delegates, remember_account
from dienhong.activities.states import TONES, WORKFLOW
from dienhong.followup import following
from dienhong.followup.sheet import FOLLOWED, followed, tell
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Group, Link, Panel, Register, Sheet

CHOICES = {"mandate": delegates, "account": accounts}


def check_year(record: PersonalRecord, today: date) -> Iterable[RuleViolation | None]:
    yield rules.sat_in_that_year(record.mandate.span, record.year)
    yield rules.in_the_past("Năm", "year", date(record.year, 1, 1), today)


def check_assessment(record: Assessment, today: date) -> Iterable[RuleViolation | None]:
    yield from check_year(record, today)
    yield rules.classed_by_a_decision(record.status, record.grade, record.decided_on, today)


def panels(record: PersonalRecord, user: User) -> Iterable[Panel]:
    yield delegate_year.panel(record.mandate, record.year, user)


def propose(council: Council, today: date) -> dict[str, Any]:
    """At the turn of the year one writes of the year that ends."""
    return {"year": today.year if today.month > 6 else today.year - 1}


def own_part(sheet: ActivitySheet, user: User, today: date) -> Iterable[Link]:
    if may_write_own_part(sheet, user):
        yield Link("Ghi phần của đại biểu", "phan-cua-dai-bieu", style="primary", for_readers=True)


activity_sheets = Register(
    code="activity_sheets",
    model=ActivitySheet,
    path="phieu-hoat-dong",
    prefix="PH",
    title="Phiếu hoạt động",
    one="phiếu hoạt động",
    group="Hoạt động khác",
    purpose="Phiếu hoạt động hằng năm của từng đại biểu: số liệu lấy từ các sổ, đại biểu ghi thêm phần của mình.",
    columns=(
        Column("mandate", "đại biểu", phone="title", sortable=True, sorted_by="sort_key"),
        Column("year", sortable=True, phone="meta"),
    ),
    filters=("year",),
    form=(
        Group("Phiếu", ("mandate", "year", "account")),
        Group("Phần của đại biểu", ("work", "proposals")),
    ),
    check=check_year,
    complete=remember_account,
    panels=panels,
    links=own_part,
    propose=propose,
    choices=CHOICES,
    related=("mandate__term",),
)

assessments = Register(
    code="assessments",
    model=Assessment,
    path="xep-loai-dai-bieu",
    prefix="XL",
    title="Xếp loại đại biểu",
    one="xếp loại đại biểu",
    group="Hoạt động khác",
    purpose="Xếp loại hằng năm của từng đại biểu; chỉ Thường trực, Văn phòng và chính đại biểu ấy xem được.",
    columns=(
        Column("mandate", "đại biểu", phone="title", sortable=True, sorted_by="sort_key"),
        Column("year", sortable=True, phone="meta"),
        Column("grade", phone="meta"),
        Column("status"),
    ),
    filters=("year", "grade", "status"),
    form=(
        Group("Đại biểu", ("mandate", "year", "account")),
        Group("Xếp loại", ("self_grade", "group_grade", "grade")),
        Group("Quyết định của Thường trực", ("decided_on", "decision_number", "remarks")),
    ),
    check=check_assessment,
    complete=remember_account,
    panels=panels,
    propose=propose,
    workflow=WORKFLOW,
    tones=TONES,
    choices=CHOICES,
    related=("mandate__term",),
)


def check_pledge(pledge: Pledge, today: date) -> Iterable[RuleViolation | None]:
    yield rules.in_the_past("Ngày hứa", "pledged_on", pledge.pledged_on, today)
    yield rules.pledged_as_candidate_or_delegate(pledge.pledged_on, pledge.mandate.span.last)


def not_followed(pledge: Pledge) -> Iterable[RuleViolation | None]:
    followed = pledge.origin is not None and pledge.origin.undertakings.filter(cancelled_at=None).exists()
    yield rules.not_followed(followed)


pledges = Register(
    code="pledges",
    model=Pledge,
    path="loi-hua",
    prefix="LH",
    title="Lời hứa với cử tri",
    one="lời hứa",
    group="Hoạt động khác",
    purpose="Điều đại biểu hứa trong chương trình hành động và khi tiếp xúc cử tri; giao việc và theo đến cùng.",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("mandate", "đại biểu", phone="meta"),
        Column("pledged_on", sortable=True, phone="meta"),
    ),
    filters=("mandate",),
    form=(
        Group("Lời hứa", ("mandate", "text")),
        Group("Hứa khi nào, ở đâu", ("pledged_on", "place")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check_pledge,
    check_cancel=not_followed,
    links=following.links,
    panels=following.panels,
    choices={"mandate": delegates},
    related=("mandate__term",),
    sheet=Sheet(
        name="Lời hứa với cử tri",
        columns=("mandate", "text", "pledged_on", "place", "note"),
        key=("mandate", "text"),
        example={
            "mandate": "Đại biểu mẫu 01",
            "text": "Vận động xây nhà rông thôn Đăk Rao Lớn",
            "pledged_on": "10/5/2021",
            "place": "Hội nghị vận động bầu cử tại thôn",
        },
        extras=FOLLOWED,
        tell=tell,
        carry_out=followed(lambda pledge: pledge.text),
    ),
)
