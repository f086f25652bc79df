"""A workbook that was imported; it had nothing new to tell."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.workbook import actions

from ..factories import NOW
from .files import workbook

RECORDS = {"workbook": "NX-2023-001"}


def furnish(council: Council, by: User) -> None:
    upload = actions.receive(council=council, name="so.xlsx", data=workbook(), by=by, at=NOW)
    fingerprint = actions.preview_upload(upload, by=by, at=NOW).fingerprint
    actions.confirm(upload, expected=fingerprint, by=by, at=NOW)
