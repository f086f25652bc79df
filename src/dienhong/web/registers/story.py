"""A record's history as a story: who did what, when, what changed, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models

from dienhong.audit.models import Entry
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.registers.sight import Sight
from dienhong.vietnamese.dates import format_date
from dienhong.web.templatetags.vietnamese import ngay_gio

_UNTOLD = frozenset(
    {"council", "recorded_by", "recorded_at", "counts_on", "cancelled_at", "cancel_reason", "code"}
)


Told = Mapping[str, Sequence[Any]]
"""Fields with their old and new value."""


@dataclass(frozen=True)
class Change:
    """A field with its old and new value, or only that it was changed, where the journal keeps no values of it."""

    label: str
    old: str
    new: str
    untold: bool = False


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
    told = [_told(entry, record) for entry in entries]
    names = _names_of_referred(register, told)
    withheld = {name for name in record.FIELD_READERS if not sight.reads(name, record.council_id)}
    untold = _UNTOLD | withheld
    return [
        Act(
            e.at,
            e.actor_name,
            e.verb,
            e.reason,
            _changes(register, told[place], names, untold) if place else (),
        )
        for place, e in reversed(list(enumerate(entries)))
    ]


def _told(entry: Entry, record: Record) -> Told:
    """What an entry tells of this record: all of it, or for an act on many what stands under the record's code."""
    if record.code not in entry.changes:
        told: Told = entry.changes
        return told
    old, new = entry.changes[record.code]
    return {name: [(old or {}).get(name), value] for name, value in new.items()}


def _changes(
    register: Register, told: Told, names: Mapping[tuple[str, int], str], untold: frozenset[str]
) -> tuple[Change, ...]:
    return tuple(
        Change(
            register.label(name),
            _said(register, name, old, names),
            _said(register, name, new, names),
            untold=name in register.model.UNTOLD,
        )
        for name, (old, new) in told.items()
        if name not in untold
    )


def _said(register: Register, name: str, value: Any, names: Mapping[tuple[str, int], str]) -> str:
    """A stored value as people read it: a choice by its label, a date as officials write it, a key by its name."""
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    field = register.field(name)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateTimeField):
        return ngay_gio(datetime.fromisoformat(value))
    if isinstance(field, models.DateField):
        return format_date(date.fromisoformat(value))
    return names.get((name, value), str(value)) if isinstance(field, models.ForeignKey) else str(value)


def _names_of_referred(register: Register, told: list[Told]) -> dict[tuple[str, int], str]:
    """Names of the rows that changed keys point to: one statement per field that was ever changed."""
    names: dict[tuple[str, int], str] = {}
    for field in register.model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.name not in _UNTOLD:
            keys = {key for t in told for key in t.get(field.name, ()) if key is not None}
            found = field.related_model._default_manager.filter(pk__in=keys) if keys else ()
            names |= {(field.name, row.pk): str(row) for row in found}
    return names
