"""The board of a council, and the desk of a body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.followup.board import VIEWS, Row, rows_of, whole
from dienhong.followup.models import Undertaking
from dienhong.followup.queries import parts_to_assess
from dienhong.followup.standing import shown
from dienhong.followup.states import COUNCIL, OPEN, WITH_AGENCY
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES, Role
from dienhong.organisations.models import Council
from dienhong.vietnamese.numerals import format_percent
from dienhong.web.councils import in_council, user_of
from dienhong.web.followup.page import address

MOST = 30


@require_GET
@in_council
def board_page(request: HttpRequest, council: Council) -> HttpResponse:
    if not access_of(user_of(request)).may_read(council, COUNCIL_ROLES):
        raise Http404
    today, asked = timezone.localdate(), request.GET.get("theo", "")
    chosen = asked if asked in VIEWS else "co-quan"
    own = Undertaking.objects.visible_to(user_of(request)).counted().filter(council=council)
    late = own.overdue(today).select_related("lead", "council").order_by("due_on", "pk")
    listing = reverse("undertakings-list", args=[council.slug])
    context = {
        "council": council,
        "view": VIEWS[chosen],
        "tabs": [
            {"label": v.label, "url": f"?theo={name}", "current": name == chosen} for name, v in VIEWS.items()
        ],
        "rows": [_shown(row, listing) for row in rows_of(own, VIEWS[chosen], today)],
        "whole": _shown(whole(own, today), listing),
        "late": [task_of(undertaking, today) for undertaking in late[:MOST]],
        "late_url": f"{listing}?tinh-trang=overdue",
        "listing": listing,
        "may_record": access_of(user_of(request)).may_act(council, {Role.CLERK}),
        "waiting": parts_to_assess(council).count() if _assesses(request, council) else 0,
    }
    return render(request, "followup/board.html", context)


def _assesses(request: HttpRequest, council: Council) -> bool:
    return access_of(user_of(request)).may_act(council, COUNCIL)


OPENS: Mapping[str, Mapping[str, str]] = {
    "total": {},
    "open": {"ket-thuc": "open"},
    "overdue": {"tinh-trang": "overdue"},
    "due": {"den-han": "due"},
    "done_of_due": {"den-han": "due", "tinh-trang": "done"},
}
"""Which words of the list's address show what a number counts."""


def _shown(row: Row, listing: str) -> dict[str, Any]:
    """A line with the lists that its numbers open; the rate is of what is due, and there is none of nothing."""
    words = row.words
    urls = (
        {} if words is None else {n: f"{listing}?{urlencode({**words, **more})}" for n, more in OPENS.items()}
    )
    rate = format_percent(row.done_of_due, row.due) if row.due else ""
    return {"row": row, "rate": rate, "urls": urls}


def task_of(undertaking: Undertaking, today: Any) -> dict[str, str]:
    """An undertaking as ``components/tasks.html`` draws it."""
    state, word = shown(undertaking, today)
    return {
        "state": state,
        "word": word,
        "title": undertaking.title,
        "url": address(undertaking),
        "who": str(undertaking.lead),
        "note": undertaking.code,
    }


@require_GET
@in_council
def agency_page(request: HttpRequest, council: Council) -> HttpResponse:
    """What is addressed to the bodies that the user answers for, and nothing else."""
    todo, waiting = addressed_to(request, council)
    context = {"council": council, "todo": todo, "waiting": waiting}
    return render(request, "followup/agency.html", context)


def addressed_to(request: HttpRequest, council: Council) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """What the user's bodies must do, and what they have answered; the most pressing first."""
    today = timezone.localdate()
    theirs = Undertaking.objects.addressed_to(user_of(request)).counted().filter(council=council)
    found = theirs.filter(status__in=OPEN).select_related("lead", "council").order_by("due_on", "pk")
    todo = [task_of(u, today) for u in found if u.status in WITH_AGENCY]
    return todo, [task_of(u, today) for u in found if u.status not in WITH_AGENCY]
