"""The status column: a new row may say where it stands, a recorded one may take one step that needs no reason."""

from __future__ import annotations

from collections.abc import Iterator

from dienhong.kernel.errors import Refused, RuleViolation
from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.access import Access
from dienhong.organisations.models import Council
from dienhong.workbook.columns import STATUS


def first_status(workflow: Workflow, status: str | None, access: Access, council: Council) -> str:
    """The status of a new record: the initial one, or one that the user may bring records to. Raises Refused."""
    if status is None or status == workflow.initial:
        return workflow.initial
    if not any(_may(access, council, t) for t in workflow.transitions if t.target == status):
        label = workflow.state_label(status)
        raise _refusal(f"Vai trò của anh/chị không được ghi bản ghi mới ở trạng thái “{label}”.")
    return status


def require_step(workflow: Workflow, old: str, new: str, access: Access, council: Council) -> None:
    """Raise Refused unless exactly one step without a reason leads from ``old`` to ``new`` and the user may take it."""
    steps = [t for t in workflow.leaving(old) if t.target == new]
    free = [t for t in steps if not t.needs_reason]
    if len(free) != 1:
        raise _refusal(" ".join(_why_not(workflow, old, new, steps)))
    if not _may(access, council, free[0]):
        raise _refusal(f"Vai trò của anh/chị không được “{free[0].label}” tại {council.name}.")


def _why_not(workflow: Workflow, old: str, new: str, steps: list[Transition]) -> Iterator[str]:
    if reasoned := [t for t in steps if t.needs_reason]:
        yield f"“{reasoned[0].label}” cần ghi lý do: hãy làm trong hệ thống."
    else:
        yield f"Không chuyển thẳng được từ “{workflow.state_label(old)}” sang “{workflow.state_label(new)}”."
    open_ways = [t.target for t in workflow.leaving(old) if not t.needs_reason]
    labels = ", ".join(f"“{workflow.state_label(target)}”" for target in dict.fromkeys([old, *open_ways]))
    yield f"Ô này có thể là: {labels}."


def _may(access: Access, council: Council, step: Transition) -> bool:
    return access.may_act(council, step.roles)  # type: ignore[arg-type]


def _refusal(sentence: str) -> Refused:
    return Refused([RuleViolation("workbook.status", sentence, STATUS)])
