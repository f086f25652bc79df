"""Who gets a report and who signs it, read from the lines that a clerk types."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dienhong.documents.official import Recipient, Signature

_FILING = re.compile(r"lưu\s*:\s*", re.IGNORECASE)
_NOTE = re.compile(r"^(.+?)\s*\(([^()]+)\)$")


def recipients_of(text: str) -> tuple[tuple[Recipient, ...], str]:
    """The recipients, one a line ("- UBND huyện (báo cáo);", "+ CVP, các PVP"), and where the report is filed."""
    recipients: list[Recipient] = []
    filing = "VT"
    for member, line in _lines(text):
        if found := _FILING.match(line):
            filing = line[found.end() :]
        elif member and recipients:
            last = recipients[-1]
            recipients[-1] = Recipient(last.name, last.note, (*last.members, line))
        else:
            noted = _NOTE.match(line)
            recipients.append(Recipient(noted[1], noted[2]) if noted else Recipient(line))
    return tuple(recipients), filing


def _lines(text: str) -> Iterator[tuple[bool, str]]:
    """Each line without its mark and stop, and whether it stands under the one before."""
    for raw in text.splitlines():
        line = raw.strip()
        bare = line.lstrip("-+–* ").rstrip(" ;,.")
        if bare:
            yield line.startswith("+"), bare


def signature_of(text: str) -> Signature:
    """In what capacity, one line each; the name stands below an empty line, once somebody signs."""
    capacity, _, name = text.strip().partition("\n\n")
    lines = [line.strip() for line in capacity.splitlines() if line.strip()]
    *authority, title = lines or [""]
    return Signature(title, " ".join(name.split()), tuple(authority))
