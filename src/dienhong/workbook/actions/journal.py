"""One entry in the journal for a whole import."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db.models import Field

from dienhong.accounts.models import User
from dienhong.audit.journal import append
from dienhong.workbook.columns import sheet_of
from dienhong.workbook.planned import Planned
from dienhong.workbook.planning import Plan

IMPORT = "Nhập từ Excel"


@contextmanager
def journaled(plan: Plan, by: User, at: datetime) -> Iterator[None]:
    """The file's name and hash, the counts, and under each record's code what was written of it."""
    yield
    written = [one for one in plan.planned if one.is_written]
    if not written:
        return
    counts = plan.preview().counts
    said = {"file": plan.book.file_name, "sha256": plan.book.sha256, "new": counts["new"]}
    changes: dict[str, Any] = {name: [None, value] for name, value in said.items()}
    changes["changed"] = [None, counts["changed"]]
    for planned in written:
        assert planned.record is not None
        changes[planned.record.code] = _old_and_new(planned)
    records = [one.record for one in written if one.record is not None]
    append(
        council_id=plan.council.pk,
        by=by,
        verb=IMPORT,
        record=plan.council,
        at=at,
        changes=changes,
        about=records,
    )


def _old_and_new(planned: Planned) -> list[dict[str, Any] | None]:
    """The fields that changed, old and new; of a new record all that say something."""
    shown = sheet_of(planned.register).columns
    fields = [f for f in planned.register.model._meta.concrete_fields if _is_told(f, shown)]
    new = {f.name: getattr(planned.record, f.attname) for f in fields}
    if planned.existing is None:
        return [None, {name: value for name, value in new.items() if value not in (None, "")}]
    old = {f.name: getattr(planned.existing, f.attname) for f in fields}
    names = [name for name in new if old[name] != new[name]]
    return [{name: old[name] for name in names}, {name: new[name] for name in names}]


def _is_told(field: Field[Any, Any], shown: Collection[str]) -> bool:
    """What people fill in; not what follows from it."""
    return not field.primary_key and (field.editable or field.name in shown)
