"""What a text may ask for between {{ and }}. Names are Vietnamese, without marks: clerks read and type them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from inspect import getdoc, signature
from typing import Any

from dienhong.reports.figures import Asked
from dienhong.reports.helpers import attendance, by_council, letters, numbers, of_records
from dienhong.reports.helpers.source import Source
from dienhong.reports.language import Call, Helper

__all__ = ["COUNTS", "HELPERS", "Source", "asked_by", "helpers_of", "meanings"]

COUNTS: tuple[Callable[..., int], ...] = (
    numbers.gia_tri,
    numbers.dinh_muc,
    by_council.dem_hoi_dong,
    by_council.dem_khong_co,
    by_council.dem_it_hon,
    by_council.dem_chua_bao,
    of_records.dem_co_quan_khong_co,
    attendance.dem_vang_mat,
    letters.dem_don_trung,
)
"""Plain numbers: what conditions compare."""

HELPERS: tuple[Callable[..., Any], ...] = (
    numbers.so,
    numbers.ty_le,
    numbers.theo_phan,
    by_council.theo_hoi_dong,
    by_council.nhom_hoi_dong,
    by_council.co,
    by_council.khong_co,
    by_council.chua_bao,
    by_council.noi_chua_bao,
    by_council.it_hon,
    by_council.bang,
    of_records.liet_ke,
    of_records.theo_muc,
    of_records.co_quan_khong_co,
    attendance.vang_mat,
    letters.don_trung,
    *COUNTS,
)
_OPTIONS = {helper.__name__: frozenset(signature(helper).parameters) for helper in HELPERS}
"""The words of each helper that are its own; any other names a breakdown."""

_OF_MANY = frozenset(
    {by_council.bang.__name__, by_council.noi_chua_bao.__name__, by_council.dem_chua_bao.__name__}
)
"""Helpers that take several indicators."""


def helpers_of(source: Source, chosen: Iterable[Callable[..., Any]] = HELPERS) -> dict[str, Helper]:
    """By the names that texts use, over the figures of one report."""
    return {helper.__name__: partial(helper, source) for helper in chosen}


def meanings() -> Mapping[str, str]:
    """What each helper gives, for the page of the editor."""
    return {helper.__name__: getdoc(helper) or "" for helper in HELPERS}


def asked_by(calls: Iterable[Call]) -> set[Asked]:
    """The figures that the calls of a text will need, as far as they are written out."""
    asked: set[Asked] = set()
    for call in calls:
        own = _OPTIONS.get(call.name, frozenset())
        parts = [(name, str(value)) for name, value in call.options.items() if name not in own]
        codes = call.args if call.name in _OF_MANY else call.args[:1]
        given = (None, *parts[:1])
        asked |= {Asked(code, part) for code in codes if isinstance(code, str) for part in given}
    return asked
