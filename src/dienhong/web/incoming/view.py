"""What the page of a checked report shows: its text with marks, its findings, what was compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from dienhong.checking.findings import ERROR, NOTE, WARNING
from dienhong.incoming.findings import ORDER, SEVERITY_WORDS, KeptFinding, findings_of
from dienhong.incoming.models import FindingDecision, IncomingReport, ReportCheck
from dienhong.incoming.queries import decisions_of
from dienhong.incoming.states import Outcome
from dienhong.incoming.typesetting import Typeset, typeset
from dienhong.vietnamese.numerals import format_count

TONES = {ERROR: "overdue", WARNING: "due_soon", NOTE: "neutral"}
"""Severity as a state of the house: word, shape and colour come from there."""


@dataclass(frozen=True)
class FindingRow:
    """A finding in the list, with what was decided and where to decide."""

    finding: KeptFinding
    decision: FindingDecision | None
    placed: bool
    url: str

    @property
    def tone(self) -> str:
        return "cancelled" if self.is_dismissed else TONES[self.finding.severity]

    @property
    def name(self) -> str:
        """What the list and the mark call it: "Sai 3"."""
        return f"{self.finding.word} {self.finding.number}"

    @property
    def is_dismissed(self) -> bool:
        return self.decision is not None and self.decision.outcome == Outcome.DISMISS

    @property
    def version(self) -> int:
        return self.decision.version if self.decision else 0


@dataclass(frozen=True)
class RelationRow:
    """A relation that was compared, holding or not."""

    formula: str
    holds: bool
    number: int | None


@dataclass(frozen=True)
class CheckView:
    """Everything of one check; rows by the number of their finding for the marks in the text."""

    rows: list[FindingRow]
    typeset: Typeset
    relations: list[RelationRow]
    summary: list[tuple[str, str]]

    @property
    def by_number(self) -> dict[int, FindingRow]:
        return {row.finding.number: row for row in self.rows}

    @property
    def holding(self) -> int:
        return sum(relation.holds for relation in self.relations)

    @property
    def waiting(self) -> int:
        """Errors that nobody has decided on."""
        return sum(row.finding.severity == ERROR and row.decision is None for row in self.rows)

    @property
    def to_correct(self) -> int:
        return sum(row.decision is not None and not row.is_dismissed for row in self.rows)


def check_view(report: IncomingReport, check: ReportCheck) -> CheckView:
    findings = findings_of(check.result)
    text = typeset(check.text, findings)
    lost = {one.number for one in text.unplaced}
    decided = decisions_of(report)
    rows = [
        FindingRow(one, decided.get(one.key), one.number not in lost, _address(report, one))
        for one in findings
    ]
    relations = [_relation(found, findings) for found in check.result.get("checked", ())]
    return CheckView(rows, text, relations, _summary(rows))


def _address(report: IncomingReport, finding: KeptFinding) -> str:
    return reverse("incoming-finding", args=[report.council.slug, report.code, finding.key])


def _relation(found: Mapping[str, Any], findings: list[KeptFinding]) -> RelationRow:
    """A relation that does not hold leads to its finding."""
    place = (found["code"], found["start"], found["end"])
    number = next((one.number for one in findings if (one.code, one.start, one.end) == place), None)
    return RelationRow(found["formula"], found["holds"], None if found["holds"] else number)


def _summary(rows: list[FindingRow]) -> list[tuple[str, str]]:
    """("overdue", "02 sai"), ("due_soon", "01 cần xem"), … without those of which there are none."""
    counts = {severity: sum(row.finding.severity == severity for row in rows) for severity in ORDER}
    return [
        (TONES[severity], f"{format_count(count)} {SEVERITY_WORDS[severity].lower()}")
        for severity, count in counts.items()
        if count
    ]


def is_being_read(check: ReportCheck, now: datetime | None = None) -> bool:
    """Whether OCR is at work on it, within its time."""
    return check.reading_until is not None and check.reading_until > (now or timezone.now())
