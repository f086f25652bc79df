"""Pages for what went wrong come whatever else is broken."""

import re

import pytest
from django.http import HttpRequest
from django.template import TemplateDoesNotExist
from django.test import RequestFactory

from dienhong.web import errors


@pytest.fixture
def request_() -> HttpRequest:
    return RequestFactory().get("/dak-to/kien-nghi/")


PAGES = [
    (errors.bad_request, 400, "không đọc được yêu cầu"),
    (errors.permission_denied, 403, "chưa được phép"),
    (errors.page_not_found, 404, "Không có trang này"),
    (errors.csrf_failure, 403, "để quá lâu"),
    (errors.server_error, 500, "đang gặp lỗi"),
]


@pytest.mark.parametrize(
    ("view", "status", "says"), PAGES, ids=lambda value: getattr(value, "__name__", None)
)
def test_a_page_says_what_happened_and_where_to_go(view, status, says, request_) -> None:  # type: ignore[no-untyped-def]
    answer = view(request_)
    text = answer.content.decode()
    assert answer.status_code == status
    assert says in re.findall(r"<h1>(.*?)</h1>", text)[0]
    assert 'href="/"' in text


def test_a_refusal_says_why(request_: HttpRequest) -> None:
    answer = errors.permission_denied(request_, PermissionError("Chỉ Thường trực được đóng việc này."))
    assert "Chỉ Thường trực được đóng việc này." in answer.content.decode()


def test_without_the_shell_the_page_still_comes(
    request_: HttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the database is away")

    monkeypatch.setattr(errors, "render", broken)
    answer = errors.page_not_found(request_)
    assert answer.status_code == 404
    assert "Không có trang này" in answer.content.decode()


def test_without_templates_a_plain_page_comes(request_: HttpRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*args: object, **kwargs: object) -> str:
        raise TemplateDoesNotExist("errors/500.html")

    monkeypatch.setattr(errors, "render_to_string", missing)
    assert errors.server_error(request_).content.decode() == errors.PLAIN
