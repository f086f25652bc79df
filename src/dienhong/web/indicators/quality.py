"""The page of data quality: what looks odd, how much of it, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.organisations.models import Council
from dienhong.registers.listing import ALL_SCOPE, SCOPE
from dienhong.registers.models import Record
from dienhong.registers.quality import Inspection, Oddity, all_checks, inspect
from dienhong.web.councils import in_council, user_of
from dienhong.web.people.day import require_reader
from dienhong.web.registers.page import record_address

CHOSEN = "muc"
"""The word of the address that names one check, to see all that it found."""

FEW, MANY = 5, 500


@require_GET
@in_council
def quality_page(request: HttpRequest, council: Council) -> HttpResponse:
    require_reader(request, council)
    below = Council.objects.visible_to(user_of(request)).below(
        council, first=timezone.localdate(), last=timezone.localdate()
    )
    councils = [council, *(below if request.GET.get(SCOPE) == ALL_SCOPE else ())]
    seen = Inspection([one.pk for one in councils], user_of(request), timezone.localdate())
    checks, chosen = list(all_checks()), request.GET.get(CHOSEN, "")
    one = [check for check in checks if check.code == chosen]
    found = inspect(one or checks, seen, MANY if one else FEW)
    context = {
        "council": council,
        "one": bool(one),
        "odd": [_shown(oddity, several=len(councils) > 1) for oddity in found if oddity.count],
        "clean": [oddity.check for oddity in found if not oddity.count],
        "tabs": _tabs(request, below.exists()),
        "reach": f"&{SCOPE}={ALL_SCOPE}" if len(councils) > 1 else "",
    }
    return render(request, "indicators/quality.html", context)


def _tabs(request: HttpRequest, below: bool) -> list[dict[str, Any]]:
    """This council, or all below it too; nothing to choose where nothing lies below."""
    wide = request.GET.get(SCOPE) == ALL_SCOPE
    own = {"label": "Hội đồng này", "url": request.path, "current": not wide}
    every = {"label": "Hội đồng này và cấp dưới", "url": f"?{SCOPE}={ALL_SCOPE}", "current": wide}
    return [own, every] if below else []


def _shown(oddity: Oddity, *, several: bool) -> dict[str, Any]:
    lines = list(_lines(oddity, several=several))
    return {"check": oddity.check, "count": oddity.count, "lines": lines, "more": oddity.count - len(lines)}


def _lines(oddity: Oddity, *, several: bool) -> Iterator[dict[str, str]]:
    for record in oddity.records:
        where = record.council.short_name if several else ""
        told = ", ".join(word for word in (where, oddity.check.told(record)) if word)
        yield {"title": _title(record), "code": record.code, "url": record_address(record), "told": told}


def _title(record: Record) -> str:
    return str(getattr(record, "title", record))
