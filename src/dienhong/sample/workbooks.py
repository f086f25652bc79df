"""The year 2023 of the sample: a workbook for each council, filled in as an office would, and imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council
from dienhong.sample.reading import read
from dienhong.sample.recommendations import load_recommendations
from dienhong.workbook.actions import import_workbook
from dienhong.workbook.preview import Preview
from dienhong.workbook.reading import read_workbook
from dienhong.workbook.template import typed_workbook

YEAR = 2023


class SampleRefused(RuntimeError):
    """The sample contradicts the house: a fault of the sample, told with every sentence."""


def waiting_councils() -> list[Council]:
    """The councils of the sample whose year is not in yet, the district first: its rounds are held by all."""
    councils = Council.objects.filter(is_sample=True).in_order()
    done = set(CouncilSession.objects.values_list("council_id", flat=True))
    waiting = [council for council in councils if council.pk not in done]
    return sorted(waiting, key=lambda council: council.level != Level.DISTRICT)


def workbook_of(council: Council, *, by: User) -> bytes:
    """The filled workbook (.xlsx) of a council of the sample."""
    sheets = dict(read(f"workbooks/{council.slug}"))
    nothing = frozenset(sheets.pop("nothing"))
    return typed_workbook(council, YEAR, sheets, nothing, by=by)


def load_workbooks(
    councils: Iterable[Council], *, by: User, at: datetime, keep_in: Path | None = None
) -> Iterator[tuple[Council, Preview]]:
    """Fill in, keep in a folder where one is given, import, and give what was recommended, council by council.

    Raises SampleRefused where a row is refused.
    """
    for council in councils:
        content = workbook_of(council, by=by)
        if keep_in:
            keep_in.mkdir(parents=True, exist_ok=True)
            (keep_in / f"{council.slug}-{YEAR}.xlsx").write_bytes(content)
        preview = _imported(council, content, by, at)
        load_recommendations(council, by=by, at=at)
        yield council, preview


def _imported(council: Council, content: bytes, by: User, at: datetime) -> Preview:
    book = read_workbook(content, file_name=f"{council.slug}-{YEAR}.xlsx")
    preview = import_workbook(book, council=council, by=by, at=at)
    if not preview.saved:
        raise SampleRefused("\n".join(_told(council, preview.as_document())))
    return preview


def _told(council: Council, document: Mapping[str, Any]) -> Iterator[str]:
    for row in document["rows"]:
        if row["state"] == "error":
            yield f"{council.slug}, {row['sheet']}, dòng {row['row']}, {row['column']}: {row['message']}"
