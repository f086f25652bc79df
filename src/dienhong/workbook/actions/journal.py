"""One entry in the journal for a whole import."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db.models import Field

from dienhong.accounts.models import User
from dienhong.audit.journal import Gathered, as_one
from dienhong.workbook.columns import sheet_of
from dienhong.workbook.planned import Planned
from dienhong.workbook.planning import Plan

IMPORT = "Nhập từ Excel"


@contextmanager
def journaled(plan: Plan, by: User, at: datetime) -> Iterator[Gathered]:
    """The file's name and hash, the counts, and under each record's code what was written of it."""

    def heading() -> dict[str, Any]:
        counts = plan.preview().counts
        said = {"file": plan.book.file_name, "sha256": plan.book.sha256, "new": counts["new"]}
        return {name: [None, value] for name, value in {**said, "changed": counts["changed"]}.items()}

    council = plan.council
    with as_one(
        council_id=council.pk, by=by, verb=IMPORT, record=council, at=at, heading=heading
    ) as gathered:
        yield gathered


def note(gathered: Gathered, written: Iterable[Planned]) -> None:
    """What was written of each record itself."""
    for planned in written:
        assert planned.record is not None
        gathered.take(planned.record, _changes(planned))


def _changes(planned: Planned) -> dict[str, Any]:
    """The fields that changed, old and new; of a new record all that say something."""
    shown = sheet_of(planned.register).columns
    model = planned.register.model
    fields = [f for f in model._meta.concrete_fields if _is_told(f, shown) and f.name not in model.UNTOLD]
    new = {f.name: getattr(planned.record, f.attname) for f in fields}
    if planned.existing is None:
        return {name: [None, value] for name, value in new.items() if value not in (None, "")}
    old = {f.name: getattr(planned.existing, f.attname) for f in fields}
    return {name: [old[name], new[name]] for name in new if old[name] != new[name]}


def _is_told(field: Field[Any, Any], shown: Collection[str]) -> bool:
    """What people fill in; not what follows from it."""
    return not field.primary_key and (field.editable or field.name in shown)
