"""A workflow is a table: code moves by it, buttons and documentation are drawn from it, tests walk it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from dienhong.kernel.errors import RuleViolation


@dataclass(frozen=True, slots=True)
class Transition:
    """An arrow from any of `sources` to `target`; `label` is the button, a Vietnamese verb."""

    name: str
    sources: Collection[str]
    target: str
    label: str
    roles: Collection[str]
    needs_reason: bool = False

    def __post_init__(self) -> None:
        if isinstance(self.sources, str) or isinstance(self.roles, str):
            raise ValueError(f"{self.name}: sources and roles are collections, not a string")
        object.__setattr__(self, "sources", tuple(self.sources))
        object.__setattr__(self, "roles", frozenset(self.roles))


class WorkflowRow(NamedTuple):
    """One arrow from one state, as documentation and tests read it."""

    source: str
    name: str
    label: str
    target: str
    roles: tuple[str, ...]
    needs_reason: bool


@dataclass(frozen=True)
class Workflow:
    """States are the members of the initial state's enumeration (StrEnum or TextChoices).

    Construction raises ValueError for doubled names, unknown states and states that cannot be reached.
    """

    initial: str
    transitions: Collection[Transition]
    states: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        if not (isinstance(self.initial, str) and isinstance(self.initial, Enum)):
            raise ValueError("the initial state must be a member of a StrEnum or TextChoices")
        object.__setattr__(self, "transitions", tuple(self.transitions))
        object.__setattr__(self, "states", tuple(type(self.initial)))
        faults = [*self._doubled_names(), *self._unknown_states(), *self._unreachable_states()]
        if faults:
            raise ValueError(f"{type(self.initial).__name__}: " + "; ".join(faults))

    def transition(self, name: str) -> Transition:
        """Raises KeyError for a name that is not in the table: a fault of the caller, not of a user."""
        for transition in self.transitions:
            if transition.name == name:
                return transition
        raise KeyError(name)

    def leaving(self, state: str, roles: Iterable[str] | None = None) -> tuple[Transition, ...]:
        """What can be done in a state, in the order of the table; with `roles`, only by one of them."""
        mine = None if roles is None else frozenset(roles)
        return tuple(
            transition
            for transition in self.transitions
            if state in transition.sources and (mine is None or not mine.isdisjoint(transition.roles))
        )

    def allows(self, name: str, state: str) -> bool:
        return state in self.transition(name).sources

    def is_final(self, state: str) -> bool:
        return not self.leaving(state)

    def violation(self, name: str, state: str, reason: str = "") -> RuleViolation | None:
        """Why the step cannot be taken from that state, or None. Who may take it: see permissions."""
        step = self.transition(name)
        if state not in step.sources:
            sentence = f"Không thể “{step.label}” khi đang ở trạng thái “{self.state_label(state)}”."
            return RuleViolation("workflow.state", sentence)
        if step.needs_reason and not reason.strip():
            return RuleViolation("workflow.reason", f"Cần ghi lý do khi “{step.label}”.", "reason")
        return None

    def state_label(self, state: str) -> str:
        """The Vietnamese label of the enumeration's member; the bare value where it has none."""
        return next((str(getattr(known, "label", known)) for known in self.states if known == state), state)

    def as_rows(self) -> list[WorkflowRow]:
        """The table by source state, in the order of the enumeration."""
        return [
            WorkflowRow(state, t.name, t.label, t.target, tuple(sorted(t.roles)), t.needs_reason)
            for state in self.states
            for t in self.leaving(state)
        ]

    def _doubled_names(self) -> Iterator[str]:
        names = Counter(transition.name for transition in self.transitions)
        return (f"transition {name} is there {count} times" for name, count in names.items() if count > 1)

    def _unknown_states(self) -> Iterator[str]:
        for transition in self.transitions:
            for state in (*transition.sources, transition.target):
                if state not in self.states:
                    yield f"transition {transition.name} names the unknown state {state}"

    def _unreachable_states(self) -> Iterator[str]:
        reached, edge = {self.initial}, [self.initial]
        while edge:
            targets = {transition.target for transition in self.leaving(edge.pop())} - reached
            reached |= targets
            edge.extend(targets)
        return (f"state {state} cannot be reached" for state in self.states if state not in reached)
