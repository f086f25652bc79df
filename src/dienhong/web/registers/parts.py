"""The parts of a record on its page: a table for each register of parts, and the button that records one more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.registers.sight import Sight
from dienhong.web.registers.page import RegisterPage
from dienhong.web.registers.table import table_of_parts

MOST = 200
"""Rows on the page of the whole; the list of the register shows the rest."""


def parts_of(page: RegisterPage, record: Record) -> Iterator[dict[str, Any]]:
    """title, table, empty, list_url and, for who may write, add_url and add_label of each register of parts."""
    for part in page.register.parts:
        if page.access.may_read(record.council, part.model.READERS):
            yield {**_shown(part, page, record), **_adding(part, page, record)}


def _shown(part: Register, page: RegisterPage, record: Record) -> dict[str, Any]:
    visible = part.objects.readable_by(page.user).counted().filter(**{part.part_of: record})
    order = part.within or part.order
    found = part.fetched(visible.select_related("council", *part.related)).order_by(order, "pk")
    rows = list(found[: MOST + 1])
    table = table_of_parts(part, record, rows[:MOST], Sight(part.model, page.user)) if rows else None
    empty = f"Chưa ghi {part.one} nào."
    listed = reverse(f"{part.code}-list", args=[record.council.slug]) if len(rows) > MOST else ""
    return {"title": part.title, "table": table, "empty": empty, "list_url": listed, "code": part.code}


def _adding(part: Register, page: RegisterPage, record: Record) -> dict[str, str]:
    own = record.council_id == page.council.pk and not record.is_cancelled
    if not (own and part.by_hand and page.access.may_act(record.council, part.model.WRITERS)):
        return {}
    url = reverse(f"{part.code}-add", args=[record.council.slug])
    return {"add_url": f"{url}?{urlencode({part.part_of: record.pk})}", "add_label": f"Ghi {part.one}"}
