"""Pages stand under a council's address: who may not see the council does not learn that it exists (404)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from dienhong.accounts.models import User
from dienhong.organisations.models import Council

CouncilView = Callable[Concatenate[HttpRequest, Council, ...], HttpResponse]


def user_of(request: HttpRequest) -> User:
    """The signed-in user; pages without sign-in do not ask."""
    return cast(User, request.user)


def in_council(view: CouncilView) -> Callable[..., HttpResponse]:
    """Give the view the council of the address, as the user may see it."""

    @wraps(view)
    def wrapped(request: HttpRequest, council: str, **kwargs: Any) -> HttpResponse:
        visible = Council.objects.visible_to(user_of(request)).select_related("unit")
        found = get_object_or_404(visible, slug=council)
        request.council = found  # type: ignore[attr-defined]
        return view(request, found, **kwargs)

    return wrapped
