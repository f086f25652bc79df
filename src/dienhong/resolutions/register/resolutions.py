"""Resolutions, from their proposal to the end of their effect."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.followup import following
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import CalendarEntry, Column, Deed, Fact, Group, Panel, Register, Sheet
from dienhong.resolutions import actions, deadlines, divisions, rules
from dienhong.resolutions.models import Resolution
from dienhong.resolutions.states import TONES, WORKFLOW, ResolutionStatus

SIGNED_EARLY = "Ngày ký không thể trước ngày thông qua ({day})."
SENT_EARLY = "Ngày này không thể trước ngày ký ({day})."


def check(resolution: Resolution, today: date) -> Iterable[RuleViolation | None]:
    session = resolution.session
    yield rules.passed_has_its_day(resolution.status, resolution.passed_on)
    yield rules.passed_at_session(
        resolution.passed_on, session.opens_on if session else None, session.closes_on if session else None
    )
    vote = resolution.vote
    yield rules.vote_of_session(vote is None or vote.session_id == resolution.session_id)
    yield rules.passed_by_vote(resolution.status, vote is not None, vote.passed if vote else None)
    yield rules.issued_is_whole(resolution.status, resolution.number, resolution.signed_on)
    yield rules.number_counts_from_one(resolution.number)
    for field in ("proposed_on", "passed_on", "signed_on", "sent_up_on", "published_on"):
        yield rules.in_the_past(getattr(resolution, field), today, field)
    yield rules.in_order(resolution.passed_on, resolution.signed_on, SIGNED_EARLY, "signed_on")
    for field in ("sent_up_on", "published_on"):
        yield rules.in_order(resolution.signed_on, getattr(resolution, field), SENT_EARLY, field)


def propose(council: Council, today: date) -> dict[str, Any]:
    return {"proposed_on": today}


def panels(resolution: Resolution, user: User) -> Iterable[Panel]:
    """How it was voted, what follows from it, and what later resolutions did to it."""
    if vote := resolution.vote:
        yield Panel("Biểu quyết", (Fact(vote.result, vote.title, vote.explanation, vote),))
    yield following.panel(resolution, user)
    changed_by = resolution.changed_by.counted().select_related("resolution__council")
    told = tuple(
        Fact(str(relation.said("kind")), str(relation.resolution), relation.clauses, relation.resolution)
        for relation in changed_by.order_by("pk")
    )
    if told:
        yield Panel("Được nghị quyết sau sửa đổi, thay thế", told)


def _offered(step: str) -> Any:
    return lambda resolution, today: WORKFLOW.allows(step, resolution.status)


DEEDS = (
    Deed(
        name="thong-qua",
        label="Ghi nhận thông qua",
        effect="Nghị quyết tính vào số nghị quyết đã thông qua kể từ ngày này.",
        do=actions.pass_resolution,
        offered=_offered("pass"),
        fields=("session", "passed_on"),
        optional=("vote",),
    ),
    Deed(
        name="khong-thong-qua",
        label="Ghi nhận không được thông qua",
        effect="Dự thảo được trình nhưng không đạt tỷ lệ biểu quyết; có thể đề nghị lại sau.",
        do=actions.reject_resolution,
        offered=_offered("reject"),
        fields=("session",),
        optional=("vote",),
        needs_reason=True,
    ),
    Deed(
        name="ban-hanh",
        label="Ghi số, ngày ký",
        effect="Để trống số thì hệ thống lấy số kế tiếp trong năm của loại nghị quyết này.",
        do=actions.issue_resolution,
        offered=_offered("issue"),
        fields=("signed_on", "in_force_from"),
        optional=("number", "signer"),
    ),
    Deed(
        name="cong-bo",
        label="Ghi ngày gửi, đăng",
        effect="Ngày gửi lên cấp trên và ngày đăng, niêm yết được đối chiếu với thời hạn theo quy định.",
        do=actions.publish_resolution,
        offered=lambda resolution, today: (
            resolution.status == ResolutionStatus.ISSUED
            and not (resolution.sent_up_on and resolution.published_on)
        ),
        optional=("sent_up_on", "published_on"),
    ),
)

resolutions = Register(
    code="resolutions",
    model=Resolution,
    path="nghi-quyet",
    prefix="NQ",
    title="Nghị quyết",
    one="nghị quyết",
    group="Kỳ họp",
    purpose="Mỗi nghị quyết từ lúc đề nghị đến khi hết hiệu lực: chuẩn bị, thông qua, ban hành, công bố, chỉ tiêu.",
    columns=(
        Column("title", "trích yếu", phone="title"),
        Column("symbol", "số, ký hiệu", phone="meta"),
        Column("field"),
        Column("session"),
        Column("passed_on", "thông qua", sortable=True, phone="meta"),
        Column("status"),
    ),
    filters=(divisions.adoption, "kind", "status", "field", divisions.effect),
    more_filters=("session", "proposer", "verifier"),
    form=(
        Group("Nghị quyết", ("title", "kind", "field")),
        Group("Đề nghị, chuẩn bị", ("proposer", "proposal", "proposed_on", "verifier")),
        Group("Hiệu lực", ("expires_on",), folded=True),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    facts=deadlines.facts,
    tasks=deadlines.tasks,
    panels=panels,
    links=following.links,
    workflow=WORKFLOW,
    tones=TONES,
    deeds=DEEDS,
    told=Group(
        "Thông qua, ban hành",
        (
            *("session", "vote", "passed_on", "number", "signed_on", "signer"),
            *("in_force_from", "sent_up_on", "published_on"),
        ),
    ),
    related=("field", "session", "proposer", "vote"),
    sheet=Sheet(
        name="Nghị quyết",
        columns=(
            *("kind", "number", "signed_on", "title", "field", "session", "passed_on", "status"),
            *("proposer", "proposed_on", "in_force_from", "sent_up_on", "published_on", "expires_on", "note"),
        ),
        key=("kind", "number", "signed_on"),
        example={
            "kind": "cá biệt",
            "number": "12",
            "signed_on": "19/7/2023",
            "title": "Về phân bổ vốn đầu tư công năm 2023",
            "passed_on": "18/7/2023",
            "status": "đã ban hành",
            "proposed_on": "20/6/2023",
            "in_force_from": "18/7/2023",
        },
    ),
    calendar=CalendarEntry(starts="passed_on", ends="passed_on"),
)
