"""Checks of data quality: what is storable and lawful by itself, and yet looks odd beside the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef

from dienhong.accounts.models import User
from dienhong.registers.declaration import Register, all_registers
from dienhong.registers.models import NothingToReport, Record


@dataclass(frozen=True)
class Inspection:
    """What a check may look at: the records of some councils that stand and that a user reads, on one day."""

    councils: Sequence[int]
    user: User
    today: date

    def records(self, register: Register) -> Any:
        return register.objects.readable_by(self.user).counted().filter(council__in=self.councils)


@dataclass(frozen=True)
class QualityCheck:
    """Something that looks odd: ``find`` gives the records of which it is so, ``told`` what of each is odd.

    ``why`` says to a clerk why it matters or what to do. A check costs one statement, however many the councils.
    """

    code: str
    label: str
    why: str
    find: Callable[[Inspection], Any]
    told: Callable[[Any], str] = lambda record: ""


def all_checks() -> Iterator[QualityCheck]:
    """Those of the engine, then those of every module that has a ``quality.py`` with ``checks``."""
    for register in all_registers():
        if register.may_be_silent:
            yield _contradiction(register)
    for module in settings.REGISTERS:
        yield from _declared_by(module)


@cache
def _declared_by(module: str) -> tuple[QualityCheck, ...]:
    found: tuple[QualityCheck, ...] = ()
    if find_spec(f"{module}.quality"):
        found = import_module(f"{module}.quality").checks
    return found


@dataclass(frozen=True)
class Oddity:
    """What one check found: how many records, and the first of them."""

    check: QualityCheck
    count: int
    records: tuple[Record, ...]


def inspect(
    checks: Iterator[QualityCheck] | Sequence[QualityCheck], seen: Inspection, most: int
) -> list[Oddity]:
    """Every check with what it finds, at most ``most`` records of each."""
    return [_look(check, seen, most) for check in checks]


def _look(check: QualityCheck, seen: Inspection, most: int) -> Oddity:
    found = check.find(seen).select_related("council").order_by("council__sort_key", "-counts_on", "pk")
    rows = list(found[: most + 1])
    return Oddity(check, found.count() if len(rows) > most else len(rows), tuple(rows[:most]))


def _contradiction(register: Register) -> QualityCheck:
    return QualityCheck(
        code=f"{register.code}.said_nothing",
        label=f"{register.title}: đã báo không phát sinh nhưng có bản ghi",
        why="Số liệu tính theo bản ghi. Hãy rút lại lời báo không phát sinh, hoặc hủy bản ghi nhầm.",
        find=partial(_recorded_after_all, register),
    )


def _recorded_after_all(register: Register, seen: Inspection) -> Any:
    day = OuterRef("counts_on")
    words = NothingToReport.objects.standing().filter(
        council=OuterRef("council"), register=register.code, first__lte=day, last__gte=day
    )
    return seen.records(register).filter(Exists(words))
