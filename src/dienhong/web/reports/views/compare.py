"""A signed report beside today."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from dienhong.reports.comparing import Difference, Moved, compare
from dienhong.web.registers.page import RegisterPage, in_register, record_address
from dienhong.web.reports.views.report import report_of


@require_GET
@in_register
def compare_page(page: RegisterPage, code: str) -> HttpResponse:
    """Changed figures first, each with its records; then what is as it was."""
    report = report_of(page, code)
    found = compare(report, page.user)
    rows = [_row(one) for one in found]
    context = {
        "record": report,
        "back_url": page.address(report),
        "changed": [row for row in rows if row["difference"].changed],
        "same": [row for row in rows if not row["difference"].changed],
    }
    return page.answer("reports/compare", context)


def _row(difference: Difference) -> dict[str, Any]:
    return {
        "difference": difference,
        "added": list(_moved(difference.added)),
        "removed": list(_moved(difference.removed)),
    }


def _moved(records: Iterable[Moved]) -> Iterable[dict[str, str]]:
    """Name and address of a record; what the reader may not see is told by its code."""
    for moved in records:
        url = record_address(moved.record) if moved.record is not None else ""
        title = str(moved.record) if moved.record is not None else moved.code
        yield {"title": title, "council": moved.council, "url": url}
