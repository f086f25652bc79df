"""What can go wrong in the domain. Web, API and commands translate these; every sentence is for a clerk."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class RuleViolation:
    """One thing that a rule does not allow: a stable code, a Vietnamese sentence, the form field if any."""

    code: str
    sentence: str
    field: str | None = None


class DomainError(Exception):
    """An expected refusal; `sentence` is Vietnamese and may be shown as it is."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


class Refused(DomainError):
    """A write or a request that rules refuse; carries every violation, not only the first."""

    def __init__(self, violations: Iterable[RuleViolation]) -> None:
        self.violations = tuple(violations)
        if not self.violations:
            raise ValueError("Refused needs at least one violation")
        super().__init__(" ".join(violation.sentence for violation in self.violations))
        self.args = (self.violations,)  # so that it survives pickling between processes

    @classmethod
    def because(cls, code: str, sentence: str, field: str | None = None) -> Self:
        """A refusal for one reason."""
        return cls([RuleViolation(code, sentence, field)])

    @classmethod
    def if_any(cls, violations: Iterable[RuleViolation | None]) -> None:
        """Raise when at least one rule was violated; None stands for a rule that holds."""
        found = [violation for violation in violations if violation is not None]
        if found:
            raise cls(found)


class NotAllowed(DomainError):
    """Seen, but not this person's to do (403). What may not be seen is not found (404) instead."""


class Changed(DomainError):
    """The record was changed by someone else since it was read (stale version)."""


class Unreadable(DomainError):
    """A file, cell or value that cannot be read as what it should be."""
