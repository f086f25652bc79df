"""What the journal says of records of any kind, as ``components/timeline.html`` draws it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from dienhong.audit.models import Entry
from dienhong.vietnamese.dates import format_date
from dienhong.web.registers.story import Act, Change

LONGEST = 40
_LABELS = {
    "successors": "đơn vị, cơ quan kế thừa",
    "whole": "toàn bộ",
    "parent": "trực thuộc",
    "from_on": "từ ngày",
}
_NEVER = {"password", "cancelled_at", "cancel_reason"}


def story_of(*records: models.Model) -> list[Act]:
    """The newest acts on these records, newest first."""
    condition = models.Q()
    for record in records:
        condition |= models.Q(record_type=record._meta.label_lower, record_id=record.pk)
    return told(Entry.objects.filter(condition).order_by("-pk")[:LONGEST])


def told(entries: Iterable[Entry], *, named: bool = False) -> list[Act]:
    """Each entry as an act; ``named`` says of which record, where a list tells of several."""
    return [_act(entry, named) for entry in entries]


def _act(entry: Entry, named: bool) -> Act:
    what = f"{entry.verb}: {entry.record_label}" if named else entry.verb
    return Act(entry.at, entry.actor_name, what, entry.reason, tuple(_changes(entry)))


def _changes(entry: Entry) -> Iterable[Change]:
    """What changed; what a new record began with stands on its page already."""
    fresh = all(old is None for old, _ in entry.changes.values())
    for name, (old, new) in entry.changes.items():
        field = _field(entry.record_type, name)
        told = name not in _NEVER and not _withheld(entry.record_type, name) and not isinstance(new, dict)
        if told and not isinstance(field, models.ForeignKey) and (not fresh or field is None):
            yield Change(_label(field, name), _said(field, old), _said(field, new))


def _withheld(record_type: str, name: str) -> bool:
    """What only some roles read of a record is not told to who administers: that role alone opens no record."""
    try:
        return name in getattr(apps.get_model(record_type), "FIELD_READERS", ())
    except LookupError:
        return False


def _field(record_type: str, name: str) -> models.Field[Any, Any] | None:
    try:
        found = apps.get_model(record_type)._meta.get_field(name)
    except (LookupError, FieldDoesNotExist):
        return None
    return found if isinstance(found, models.Field) and not found.many_to_many else None


def _label(field: models.Field[Any, Any] | None, name: str) -> str:
    return str(field.verbose_name) if field else _LABELS.get(name, name)


def _said(field: models.Field[Any, Any] | None, value: Any) -> str:
    """A stored value as people read it."""
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        return format_date(date.fromisoformat(value))
    return str(dict(field.flatchoices).get(value, value)) if field and field.choices else str(value)
