"""Pages for what went wrong: what happened, what to do now, and the navigation as long as it can be had."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

# The last resort: even the templates are out of reach.
PLAIN = (
    '<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Lỗi hệ thống</title>'
    "<h1>Hệ thống đang gặp lỗi</h1><p>Việc vừa làm chưa được lưu. Xin thử lại sau ít phút, "
    "nếu vẫn lỗi, báo người quản trị.</p></html>"
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request itself is broken."""
    return page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: seen, but not allowed. A refusal of the domain says why in its own words."""
    return page(request, 403, reason=str(exception or ""))


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not there, or not to be seen."""
    return page(request, 404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or came from elsewhere."""
    return page(request, 403, name="csrf")


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """429: allauth's rate limits name this page by its place in the URL configuration."""
    return page(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: rendered without database, session or context processors."""
    return HttpResponse(without_context("500"), status=500)


def page(request: HttpRequest, status: int, name: str = "", reason: str = "") -> HttpResponse:
    """The page with the shell around it; where the shell itself fails, without it."""
    name = name or str(status)
    try:
        return render(request, f"errors/{name}.html", {"reason": reason}, status=status)
    except Exception:  # the error page must come whatever else is broken
        return HttpResponse(without_context(name, reason), status=status)


def without_context(name: str, reason: str = "") -> str:
    try:
        return render_to_string(f"errors/{name}.html", {"reason": reason})
    except Exception:
        return PLAIN
