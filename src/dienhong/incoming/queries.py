"""Reads that are more than a filter."""

from __future__ import annotations

from django.db.models import QuerySet

from dienhong.checking.findings import ERROR
from dienhong.incoming.findings import KeptFinding, findings_of
from dienhong.incoming.models import FindingDecision, IncomingReport, ReportCheck
from dienhong.incoming.states import Outcome
from dienhong.organisations.models import Council, ids_below


def senders_of(council: Council) -> frozenset[int]:
    """The councils whose reports this one receives: its own, and all that ever stood below it."""
    return frozenset({council.pk, *ids_below([council.unit_id])})


def sender_choices(council: Council) -> QuerySet[Council]:
    """The same, from the top level down, each in the order of the alphabet."""
    return Council.objects.filter(pk__in=senders_of(council)).in_order()


def findings_of_report(report: IncomingReport) -> list[KeptFinding]:
    """The findings of the last check; none while it is being read."""
    check = ReportCheck.objects.filter(report=report).only("result").first()
    return findings_of(check.result) if check else []


def decisions_of(report: IncomingReport) -> dict[str, FindingDecision]:
    """By the key of the finding."""
    decided = report.decisions.select_related("decided_by")
    return {decision.finding: decision for decision in decided}


def errors_without_decision(report: IncomingReport) -> int:
    decided = decisions_of(report)
    return sum(one.severity == ERROR and one.key not in decided for one in findings_of_report(report))


def corrections_of(report: IncomingReport) -> list[KeptFinding]:
    """The findings that the sender is asked to correct, in the order of the text."""
    decided = decisions_of(report)
    return [
        one
        for one in findings_of_report(report)
        if one.key in decided and decided[one.key].outcome == Outcome.CORRECT
    ]
