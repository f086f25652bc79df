"""The rulebook, the calendar and the fields as they stand now: the presets with the administrators' rows.

Kept per process; one look at the revision (a row by its key) tells when they were changed, by whichever process.
"""

from __future__ import annotations

from dataclasses import dataclass

from dienhong.rulebook.models import Field, Holiday, Revision, RuleOverride
from dienhong.rulebook.presets import preset_calendar, preset_rulebook
from dienhong.rulebook.rulebook import Rulebook
from dienhong.rulebook.working_days import Calendar


@dataclass(frozen=True)
class _Kept:
    token: str
    rulebook: Rulebook
    calendar: Calendar
    fields: tuple[Field, ...]


_kept: _Kept | None = None


def rulebook() -> Rulebook:
    """Every rule with its history; ask ``rulebook().on(day, level)`` once and pass it on."""
    return _current().rulebook


def calendar() -> Calendar:
    """Working days, holidays and swapped days."""
    return _current().calendar


def fields() -> tuple[Field, ...]:
    """Every field in its order, the retired included."""
    return _current().fields


def _current() -> _Kept:
    global _kept
    token = Revision.current()  # read before the rows: what is kept can be newer than its token, never older
    if _kept is None or _kept.token != token:
        _kept = _Kept(token, _rulebook(), _calendar(), tuple(Field.objects.all()))
    return _kept


def _rulebook() -> Rulebook:
    presets = preset_rulebook()
    rows = RuleOverride.objects.filter(cancelled_at=None, code__in=presets.codes).select_related("author")
    return presets.with_overrides(row.as_override() for row in rows)


def _calendar() -> Calendar:
    rows = list(Holiday.objects.all())
    corrected = {row.day for row in rows}
    kept = [special for special in preset_calendar().days if special.day not in corrected]
    return Calendar([*kept, *(special for row in rows if (special := row.as_special_day()))])
