"""A record's history as a story: who did what, when, what changed, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models

from dienhong.audit.models import Entry
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.registers.sight import Sight
from dienhong.vietnamese.dates import format_date

_UNTOLD = frozenset(
    {"council", "recorded_by", "recorded_at", "counts_on", "cancelled_at", "cancel_reason", "code"}
)


@dataclass(frozen=True)
class Change:
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Act:
    """One line of the story, as ``components/timeline.html`` draws it."""

    at: datetime
    who: str
    what: str
    reason: str
    changes: tuple[Change, ...]
    timed: bool = True


def story_of(record: Record, register: Register, sight: Sight) -> list[Act]:
    """Newest first, without what is withheld. What a first entry filled in is on the page and is not told again."""
    entries = list(Entry.objects.of_record(record))
    names = _names_of_referred(register, entries)
    withheld = {name for name in record.FIELD_READERS if not sight.reads(name, record.council_id)}
    untold = _UNTOLD | withheld
    return [
        Act(e.at, e.actor_name, e.verb, e.reason, _changes(register, e, names, untold) if place else ())
        for place, e in reversed(list(enumerate(entries)))
    ]


def _changes(
    register: Register, entry: Entry, names: Mapping[tuple[str, int], str], untold: frozenset[str]
) -> tuple[Change, ...]:
    return tuple(
        Change(register.label(name), _said(register, name, old, names), _said(register, name, new, names))
        for name, (old, new) in entry.changes.items()
        if name not in untold
    )


def _said(register: Register, name: str, value: Any, names: Mapping[tuple[str, int], str]) -> str:
    """A stored value as people read it: a choice by its label, a date as officials write it, a key by its name."""
    if value in (None, ""):
        return ""
    field = register.field(name)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateField):
        return format_date(date.fromisoformat(value))
    return names.get((name, value), str(value)) if isinstance(field, models.ForeignKey) else str(value)


def _names_of_referred(register: Register, entries: list[Entry]) -> dict[tuple[str, int], str]:
    """Names of the rows that changed keys point to: one statement per field that was ever changed."""
    names: dict[tuple[str, int], str] = {}
    for field in register.model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.name not in _UNTOLD:
            keys = {key for e in entries for key in e.changes.get(field.name, ()) if key is not None}
            found = field.related_model._default_manager.filter(pk__in=keys) if keys else ()
            names |= {(field.name, row.pk): str(row) for row in found}
    return names
