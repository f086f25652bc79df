"""The councils that one may turn to: a few stand in the menu of every page, of many it asks when it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from dienhong.accounts.models import User
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.web.councils import in_council, user_of

FEW = 12
"""As many as are seen at a glance: of more, a hundred pages would bring the same hundred names."""

MOST = 200
"""As many as anybody scrolls through; a whole country is searched."""


@dataclass(frozen=True)
class Choice:
    label: str
    url: str
    current: bool
    below: bool


@dataclass(frozen=True)
class Switcher:
    """``choices`` is none where the menu asks for them at ``url``."""

    url: str
    choices: tuple[Choice, ...] | None = None
    left: int = 0


def switcher(user: User, council: Council) -> Switcher:
    """What the head of every page needs of it."""
    access, url = access_of(user), reverse("councils", args=[council.slug])
    if access.everywhere or len(access.known_councils) > FEW:
        return Switcher(url)
    return Switcher(url, tuple(_choices(user, council, "")))


@require_GET
@in_council
def councils_page(request: HttpRequest, council: Council) -> HttpResponse:
    """The list with its search, as a page and, asked for by the menu, alone."""
    sought = request.GET.get("tim", "").strip()
    choices = tuple(_choices(user_of(request), council, sought))
    shown = Switcher(request.path, choices[:MOST], max(len(choices) - MOST, 0))
    template = "desk/councils_list.html" if request.htmx else "desk/councils.html"  # type: ignore[attr-defined]
    return render(request, template, {"switcher": shown, "sought": sought})


def _choices(user: User, council: Council, sought: str) -> Iterator[Choice]:
    """The user's own, then those in reach, each in the order of the alphabet."""
    own = {grant.council_id for grant in access_of(user).grants}
    found = list(Council.objects.visible_to(user).matching(sought).in_order())
    for row in sorted(found, key=lambda row: row.pk not in own):
        yield Choice(row.name, reverse("desk", args=[row.slug]), row.pk == council.pk, row.pk not in own)
