"""The register of oversight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from dienhong.followup import following
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.oversight import actions, deadlines, divisions, rules
from dienhong.oversight.models import Oversight
from dienhong.oversight.register.bodies import delegates, leading_bodies
from dienhong.oversight.states import TONES, WORKFLOW
from dienhong.registers.declaration import Column, Deed, Group, Register, Sheet


def check(oversight: Oversight, today: date) -> Iterable[RuleViolation | None]:
    yield from _of_lead_and_programme(oversight)
    yield from _of_states(oversight, today)
    yield from _in_order(oversight)


def _of_lead_and_programme(oversight: Oversight) -> Iterable[RuleViolation | None]:
    body, year = oversight.body, oversight.programme_year
    yield rules.led_by(oversight.lead_kind, body.kind if body else None, oversight.delegate is not None)
    yield rules.in_programme(oversight.programme_place, year, oversight.added_why)
    yield rules.when_is_told(oversight.starts_on, year)
    yield rules.in_its_year(oversight.starts_on, year)
    itself = oversight.pk is not None and oversight.earlier_id == oversight.pk
    yield rules.renews_an_earlier(oversight.form, oversight.earlier_id is not None, itself)


def _of_states(oversight: Oversight, today: date) -> Iterable[RuleViolation | None]:
    ended = (oversight.ends_on, oversight.reported_on, oversight.concluded_on)
    yield rules.begun(oversight.status, oversight.starts_on, today)
    yield rules.concluded(oversight.status, *ended, today)
    yield rules.stopped_for_a_reason(oversight.status, oversight.status_reason)


def _in_order(oversight: Oversight) -> Iterable[RuleViolation | None]:
    begun, set_up = oversight.starts_on, oversight.set_up_on
    yield rules.not_before("Gửi kế hoạch", "plan_sent_on", oversight.plan_sent_on, set_up)
    yield rules.not_before("Bắt đầu", "starts_on", begun, set_up)
    yield rules.not_before("Báo cáo", "reported_on", oversight.reported_on, begun)
    yield rules.not_before("Kết luận", "concluded_on", oversight.concluded_on, begun)
    yield rules.not_before("Xem xét báo cáo", "considered_on", oversight.considered_on, oversight.reported_on)


def check_cancel(oversight: Oversight) -> Iterable[RuleViolation | None]:
    yield rules.not_followed(
        oversight.origin is not None and oversight.origin.undertakings.filter(cancelled_at=None).exists()
    )


def propose(council: Council, today: date) -> dict[str, Any]:
    return {"programme_year": today.year}


def _may(step: str) -> Callable[[Oversight, date], bool]:
    """Whether the table has the step from where the oversight stands."""
    return lambda oversight, today: oversight.status in WORKFLOW.transition(step).sources


DEEDS = (
    Deed(
        name="begin",
        label="Bắt đầu",
        effect="Cuộc giám sát tính vào năm của ngày bắt đầu.",
        do=actions.begin,
        offered=_may("begin"),
        fields=("starts_on",),
    ),
    Deed(
        name="conclude",
        label="Ghi nhận đã kết thúc",
        effect="Kết thúc thì phải có ngày báo cáo hoặc ngày kết luận.",
        do=actions.conclude,
        offered=_may("conclude"),
        fields=("starts_on", "ends_on"),
        optional=("report_number", "reported_on", "conclusion_number", "concluded_on"),
    ),
)

oversights = Register(
    code="oversights",
    model=Oversight,
    path="giam-sat",
    prefix="GS",
    title="Giám sát, khảo sát",
    one="cuộc giám sát, khảo sát",
    group="Giám sát",
    purpose="Mỗi cuộc giám sát, khảo sát ghi một lần: ai, nội dung gì, kết luận nào; kiến nghị được theo đến cùng.",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("form"),
        Column("lead", "chủ thể", phone="meta"),
        Column("programme_year", "năm", sortable=True),
        Column("starts_on", "bắt đầu"),
        Column("status", phone="meta"),
    ),
    filters=("lead_kind", "form", "status"),
    more_filters=(divisions.group, "programme_place", "programme_year", "body", "field", divisions.carried),
    form=(
        Group("Nội dung", ("topic", "form", "lead_kind", "body", "delegate", "field")),
        Group("Chương trình", ("programme_place", "programme_year", "planned_for")),
        Group("Thời gian tiến hành", ("starts_on", "ends_on")),
        Group("Đối tượng, phạm vi", ("targets", "period_covered", "scope")),
        Group("Bổ sung chương trình, cuộc trước", ("added_why", "earlier"), folded=True),
        Group(
            "Đoàn giám sát, kế hoạch",
            ("decision_number", "set_up_on", "plan_number", "plan_sent_on", "notice_sent_on"),
            folded=True,
        ),
        Group(
            "Báo cáo, kết luận",
            (
                *("report_number", "reported_on", "considered_on"),
                *("conclusion_number", "concluded_on", "conclusion"),
            ),
            folded=True,
        ),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    check_cancel=check_cancel,
    propose=propose,
    facts=deadlines.facts,
    tasks=deadlines.tasks,
    links=following.links,
    panels=following.panels,
    workflow=WORKFLOW,
    tones=TONES,
    deeds=DEEDS,
    told=Group("Vì sao", ("status_reason",)),
    choices={"body": leading_bodies, "delegate": delegates},
    sheet=Sheet(
        name="Giám sát",
        columns=(
            *("topic", "form", "lead_kind", "body", "delegate", "field"),
            *("programme_place", "programme_year", "planned_for", "added_why"),
            *("targets", "period_covered", "starts_on", "ends_on"),
            *("decision_number", "set_up_on", "plan_number", "plan_sent_on", "notice_sent_on"),
            *("report_number", "reported_on", "considered_on"),
            *("conclusion_number", "concluded_on", "conclusion"),
            *("status", "status_reason", "note"),
        ),
        key=("topic", "form", "lead_kind", "body", "programme_year"),
        example={
            "topic": "Việc quản lý, sử dụng các công trình thủy lợi",
            "form": "giám sát chuyên đề",
            "lead_kind": "Thường trực HĐND",
            "programme_place": "theo chương trình",
            "programme_year": "2023",
            "targets": "UBND các xã",
            "starts_on": "10/5/2023",
            "ends_on": "19/5/2023",
            "report_number": "21/BC-ĐGS",
            "reported_on": "30/5/2023",
            "status": "đã kết thúc",
        },
    ),
    related=("body", "delegate", "field"),
)
