"""The entrance, and the desk of a council: what an office looks at first in the morning."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.organisations.access import access_of, first_council
from dienhong.organisations.kinds import COUNCIL_ROLES
from dienhong.organisations.models import Council
from dienhong.web.councils import in_council, user_of
from dienhong.web.desk.area import area_of
from dienhong.web.desk.tasks import of_own_bodies, tasks_of
from dienhong.web.desk.week import week_of
from dienhong.web.followup.views.board import addressed_to


@require_GET
def entrance(request: HttpRequest) -> HttpResponse:
    """To the desk of the first council in which the user has a role; an account without any is told so."""
    council = first_council(user_of(request))
    if council is None:
        return render(request, "desk/no_role.html")
    return redirect("desk", council=council.slug)


@require_GET
@in_council
def desk(request: HttpRequest, council: Council) -> HttpResponse:
    user, today = user_of(request), timezone.localdate()
    if not access_of(user).may_read(council, COUNCIL_ROLES):
        todo, waiting = addressed_to(request, council)
        context = {"council": council, "today": today, "todo": todo, "waiting": waiting}
        return render(request, "desk/outside.html", context)
    context = {
        "council": council,
        "today": today,
        "todo": tasks_of(council, user, today),
        "own": of_own_bodies(council, user, today),
        "week": week_of(council, user, today),
        "area": area_of(council, user, today, request.GET.get("nam", "")),
    }
    return render(request, "desk/desk.html", context)
