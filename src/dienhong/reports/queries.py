"""Reads that are more than a filter."""

from __future__ import annotations

from dienhong.organisations.models import Council
from dienhong.reports.kinds import Kind
from dienhong.reports.models import Report, ReportTemplate


def own_template(council: Council, kind: Kind) -> ReportTemplate | None:
    """What the council has put in the place of the built-in template, if anything."""
    return ReportTemplate.objects.filter(council=council, kind=kind.code).select_related("edited_by").first()


def number_is_taken(report: Report, number: int, year: int) -> bool:
    """Whether another report of the council carries the number in the series of that year."""
    others = Report.objects.counted().filter(council=report.council_id, issued_on__year=year, number=number)
    return others.exclude(pk=report.pk).exists()
