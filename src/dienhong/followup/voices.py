"""Who speaks: a body for itself, the standing committee for the council, a clerk for either by a paper."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.followup.models import Assignment, Undertaking, agencies_of
from dienhong.followup.states import COUNCIL, WORKFLOW
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council

CLERKS_OWN = frozenset({"give_back"})
"""An answer that does not answer is sent back by whoever keeps the records; settling is for the standing committee."""


def require_council(council: Council, by: User) -> None:
    """Raises NotAllowed for who neither leads the council nor keeps its records."""
    sentence = f"Anh/chị không được giao, xem xét việc phải theo dõi của {council.name}."
    access_of(by).require(council, COUNCIL, sentence)


def decides(council: Council, by: User) -> bool:
    """Whether the user decides for the council in person; a clerk records its decision. Raises NotAllowed."""
    require_council(council, by)
    return access_of(by).may_act(council, {Role.LEADER})


def speaks(step: str, undertaking: Undertaking, assignment: Assignment, by: User) -> bool:
    """Whether the user takes the step in person; a clerk takes it for another. Raises NotAllowed."""
    if Role.AGENCY not in WORKFLOW.transition(step).roles:
        return decides(undertaking.council, by) or step in CLERKS_OWN
    if access_of(by).everywhere or assignment.organisation_id in agencies_of(by):
        return True
    sentence = f"Chỉ {assignment.organisation}, hoặc chuyên viên ghi thay theo văn bản, làm được việc này."
    access_of(by).require(undertaking.council, {Role.CLERK}, sentence)
    return False


def may_speak(step: str, undertaking: Undertaking, assignment: Assignment, by: User) -> bool:
    """Whether the step is offered to the user at all."""
    access = access_of(by)
    if access.may_act(undertaking.council, WORKFLOW.transition(step).roles - {Role.AGENCY}):  # type: ignore[operator]
        return True
    return Role.AGENCY in WORKFLOW.transition(step).roles and assignment.organisation_id in agencies_of(by)
