"""How tests read and fill pages of administration."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from dienhong.accounts.models import User


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def html(client: Client, name: str, /, *args: Any, **words: str) -> str:
    """The text of a page that answers."""
    answer = client.get(reverse(f"administration-{name}", args=args), words)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def send(client: Client, name: str, /, *args: Any, **typed: Any) -> HttpResponse:
    return client.post(reverse(f"administration-{name}", args=args), typed)  # type: ignore[return-value]


def told(answer: HttpResponse) -> str:
    """The message that a successful act leaves."""
    assert answer.status_code == 302, answer.content.decode()
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))  # type: ignore[attr-defined]


def refused(answer: HttpResponse) -> str:
    """The page that says what was refused."""
    assert answer.status_code == 422, answer.status_code
    return answer.content.decode()


def rows(page: str) -> str:
    """The list of a page, without the navigation around it."""
    return page.split('id="danh-sach"')[1].split("</main>", maxsplit=1)[0]
