"""Elections, dismissals and removals."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.confidence import actions, rules
from dienhong.confidence.models import PersonnelDecision
from dienhong.confidence.states import PERSONNEL_TONES, PERSONNEL_WORKFLOW, PersonnelStatus
from dienhong.council_sessions.queries import current_session
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Deed, Fact, Group, Panel, Register


def check(decision: PersonnelDecision, today: date) -> Iterable[RuleViolation | None]:
    session, vote = decision.session, decision.vote
    decided = decision.status != PersonnelStatus.PLANNED
    yield rules.held_at_session(decision.held_on, session.opens_on, session.closes_on)
    yield rules.not_in_the_future(decision.held_on, decided, today)
    yield rules.names_whom(
        decision.kind,
        decision.position is not None,
        decision.mandate is not None,
        decision.organisation is not None and bool(decision.role),
        decision.full_name,
    )
    yield rules.decided_by_vote(decision.status, vote is not None, vote.passed if vote else None)


def propose(council: Council, today: date) -> dict[str, Any]:
    session = current_session(council, today)
    return {"session": session, "held_on": session.opens_on} if session else {}


def panels(decision: PersonnelDecision, user: User) -> Iterable[Panel]:
    """What it rests on and what it changed."""
    told = []
    if vote := decision.vote:
        told.append(Fact("Biểu quyết", vote.result, vote.explanation, vote))
    if resolution := decision.resolution:
        told.append(Fact("Nghị quyết", str(resolution), record=resolution))
    for position in filter(None, (decision.made, decision.position)):
        told.append(Fact("Chức vụ", position.title, str(position.organisation), position))
    yield Panel("Căn cứ, kết quả", tuple(told), "Chưa ghi quyết định.")


personnel = Register(
    code="personnel",
    model=PersonnelDecision,
    path="nhan-su",
    prefix="NS",
    title="Nhân sự",
    one="việc nhân sự",
    group="Kỳ họp",
    purpose="Bầu, miễn nhiệm, bãi nhiệm tại kỳ họp; ghi quyết định thì chức vụ, tư cách đại biểu thay đổi theo.",
    columns=(
        Column("whom", "người", phone="title"),
        Column("kind"),
        Column("office", "chức vụ"),
        Column("held_on", sortable=True, phone="meta"),
        Column("status", phone="meta"),
    ),
    filters=("kind", "status"),
    form=(
        Group("Việc", ("kind", "session", "held_on")),
        Group("Bầu chức vụ", ("organisation", "role", "mandate", "full_name")),
        Group("Miễn nhiệm, bãi nhiệm chức vụ", ("position",)),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    panels=panels,
    workflow=PERSONNEL_WORKFLOW,
    tones=PERSONNEL_TONES,
    deeds=(
        Deed(
            name="effect",
            label="Ghi quyết định",
            effect="Chức vụ được lập hoặc kết thúc, tư cách đại biểu kết thúc từ ngày này, trong cùng một lần ghi.",
            do=actions.effect,
            offered=lambda decision, today: PERSONNEL_WORKFLOW.allows("effect", decision.status),
            optional=("vote", "resolution"),
        ),
        Deed(
            name="not_carried",
            label="Ghi nhận không được thông qua",
            effect="Không thay đổi chức vụ, tư cách đại biểu nào; việc đã trình vẫn được lưu.",
            do=actions.not_carried,
            offered=lambda decision, today: PERSONNEL_WORKFLOW.allows("not_carried", decision.status),
            optional=("vote",),
            needs_reason=True,
        ),
    ),
    related=("organisation", "mandate", "position__organisation", "position__person"),
)
