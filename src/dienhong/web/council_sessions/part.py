"""A part of a session that a page is about: found through its one door, for who may write."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.web.registers.page import RegisterPage


def written_part(request: HttpRequest, council: Council, register: Register, code: str) -> Any:
    """404 for who does not see it, 403 for who may not write it or when it was cancelled."""
    record: Record = RegisterPage(request, council, register).writable_record(code)
    return record


def typed(request: HttpRequest) -> Any:
    """What a form sent, even when that is nothing; None when a page is merely asked for."""
    return request.POST if request.method == "POST" else None
