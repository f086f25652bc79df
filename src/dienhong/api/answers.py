"""What every answer of the interface begins with: the council and the day of the address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, Concatenate

from django.http import Http404, HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.accounts.models import User
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES
from dienhong.organisations.models import Council
from dienhong.registers.listing import ON, read_day

Answer = Callable[Concatenate[User, Council, date, ...], dict[str, Any]]


def answer(document: dict[str, Any]) -> JsonResponse:
    """Readable Vietnamese, not escapes."""
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})


def council_read_by(user: User, slug: str) -> Council:
    """The council whose working records the user reads; for everybody else it is not there (404)."""
    found = get_object_or_404(Council.objects.visible_to(user).select_related("unit"), slug=slug)
    if not access_of(user).may_read(found, COUNCIL_ROLES):
        raise Http404
    return found


def of_council(make: Answer) -> Callable[..., JsonResponse]:
    """A document about one council on a day (``?ngay=2023-12-31``) for who reads its working records; else 404."""

    @require_GET
    @wraps(make)
    def view(request: HttpRequest, council: str) -> JsonResponse:
        user: User = request.user  # type: ignore[assignment]
        found = council_read_by(user, council)
        on = read_day(request.GET.get(ON, "")) or timezone.localdate()
        return answer(make(user, found, on))

    return view
