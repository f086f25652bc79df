"""An act: one change of one record, checked by its model, told apart by version, journaled in the same transaction.

Every action of the house ends here; nothing else writes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.db.models import F

from dienhong.audit.journal import append
from dienhong.audit.models import Versioned
from dienhong.kernel.errors import Changed, Refused, RuleViolation

V = TypeVar("V", bound=Versioned)

CHANGED = "Bản ghi này vừa được người khác sửa. Những gì anh/chị nhập vẫn còn; hãy xem bản mới rồi lưu lại."


@transaction.atomic
def create(
    record: V, *, council_id: int | None, by: Any, at: datetime, verb: str = "Ghi mới", reason: str = ""
) -> V:
    """Check and insert ``record``; raises Refused with the model's own sentences."""
    _check(record)
    record.save(force_insert=True)
    changes = all_values(record)
    append(council_id=council_id, by=by, verb=verb, record=record, at=at, changes=changes, reason=reason)
    return record


@transaction.atomic
def update(
    record: V,
    values: Mapping[str, Any],
    *,
    expected_version: int,
    council_id: int | None,
    by: Any,
    at: datetime,
    verb: str = "Sửa",
    reason: str = "",
    always: bool = False,
) -> V:
    """Set ``values`` on ``record`` if nobody changed it since ``expected_version``; nothing new is no act.

    ``always``: the act itself is news (a step taken, a child added), whatever it leaves as it was.

    Raises Changed when somebody did, Refused with the model's own sentences; ``record`` then must be reloaded.
    """
    current = type(record)._default_manager.select_for_update().get(pk=record.pk)
    if current.version != expected_version:
        raise Changed(CHANGED)
    before = plain_values(current, values)
    for name, value in values.items():
        setattr(current, name, value)
    changes = changes_since(before, current)
    if changes or always:
        current.derive()
        _check(current)
        current.version = expected_version + 1
        current.save()
        append(council_id=council_id, by=by, verb=verb, record=current, at=at, changes=changes, reason=reason)
    record.__dict__.update(current.__dict__)
    return record


def touch(record: V) -> None:
    """Count a change of the record's children as a change of the record."""
    type(record)._default_manager.filter(pk=record.pk).update(version=F("version") + 1)


def _check(record: models.Model) -> None:
    Refused.if_any(shape_violations(record))


def shape_violations(record: models.Model, exclude: Collection[str] = ()) -> tuple[RuleViolation, ...]:
    """What the model itself does not allow: missing, too long, unknown choices, broken constraints."""
    try:
        record.full_clean(exclude=set(exclude))
    except ValidationError as error:
        return violations_of(error)
    return ()


def violations_of(error: ValidationError) -> tuple[RuleViolation, ...]:
    """A model's or form's errors as the house's own kind, one per sentence."""
    return tuple(
        RuleViolation("shape", " ".join(message.split()), None if field == NON_FIELD_ERRORS else field)
        for field, messages in error.message_dict.items()
        for message in messages
    )


def all_values(record: Versioned) -> dict[str, list[Any]]:
    """What the journal tells of a new record: every field that people fill in and that says something."""
    told = (f for f in record._meta.concrete_fields if f.editable and not f.primary_key)
    names = (f.name for f in told if f.name not in record.UNTOLD)
    return {name: [None, value] for name in names if (value := _plain(record, name)) not in (None, "")}


def plain_values(record: Versioned, names: Iterable[str]) -> dict[str, Any]:
    """Fields as the journal keeps them, to be compared with what an act makes of them."""
    return {name: _plain(record, name) for name in names}


def changes_since(before: Mapping[str, Any], record: Versioned) -> dict[str, list[Any]]:
    """What the journal tells of a change: the fields that are no longer as they were, old and new."""
    after = plain_values(record, before)
    changed = [name for name in before if before[name] != after[name]]
    return {n: [None, None] if n in record.UNTOLD else [before[n], after[n]] for n in changed}


def _plain(record: models.Model, name: str) -> Any:
    """A field's value as the journal keeps it: keys by number, everything else as it is."""
    field = record._meta.get_field(name)
    return getattr(record, field.attname if isinstance(field, models.ForeignKey) else name)
