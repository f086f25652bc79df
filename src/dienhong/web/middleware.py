"""Turns the domain's refusals into pages, so that views need not."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from dienhong.kernel.errors import DomainError, NotAllowed
from dienhong.web import errors

Answer = Callable[[HttpRequest], HttpResponse]


class DomainErrorMiddleware:
    """NotAllowed is 403; any other refusal that a view did not show itself is 422, with its sentence."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DomainError):
            return None
        status = 403 if isinstance(error, NotAllowed) else 422
        return errors.page(request, status, reason=error.sentence)
