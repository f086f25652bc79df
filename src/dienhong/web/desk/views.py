"""The entrance, and the desk of a council: what an office looks at first in the morning."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.organisations.models import Council
from dienhong.web.councils import in_council, user_of


@require_GET
def entrance(request: HttpRequest) -> HttpResponse:
    """To the desk of the first council in which the user has a role; an account without any is told so."""
    council = Council.objects.visible_to(user_of(request)).in_order().first()
    if council is None:
        return render(request, "desk/no_role.html")
    return redirect("desk", council=council.slug)


@require_GET
@in_council
def desk(request: HttpRequest, council: Council) -> HttpResponse:
    return render(request, "desk/desk.html", {"council": council, "today": timezone.localdate()})
