"""Figures as rows for files, and the data dictionary that says what each of them is."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from dienhong.indicators.declaration import Indicator
from dienhong.indicators.figure import Figure
from dienhong.registers.declaration import Division

COLUMNS = (
    "indicator",
    "label",
    "unit",
    "from",
    "to",
    "level",
    "council",
    "breakdown",
    "part",
    "part_label",
    "value",
    "approximate",
    "source",
)
"""One number in each row: in all (no level, no council), of a level, of a council; whole, or a part of a breakdown."""

DICTIONARY_COLUMNS = ("Mã", "Chỉ số", "Đơn vị tính", "Cách tính", "Sổ", "Tính theo", "Phân tổ", "Ghi chú")


def rows_of(figures: Iterable[Figure]) -> Iterator[tuple[Any, ...]]:
    """Every number of the figures, in the order of ``COLUMNS``."""
    for figure in figures:
        indicator, period = figure.indicator, figure.scope.period
        head = (indicator.code, indicator.label, indicator.unit, period.first, period.last)
        yield from ((*head, *row) for row in _numbers(figure))


def _numbers(figure: Figure) -> Iterator[tuple[Any, ...]]:
    sums: list[dict[str, Any]] = [{}, *({"level": level} for level in figure.by_level)]
    for place in sums:
        yield from (_number(figure, place, *part) for part in _parts(figure))
    for council in figure.councils:
        yield _number(figure, {"council": council}, "", "", "")


def _parts(figure: Figure) -> Iterator[tuple[str, str, str]]:
    """The whole, then every part with its label."""
    yield "", "", ""
    for name in figure.labels:
        yield from ((name, value, label) for value, label in figure.parts_of(name).items())


def _number(figure: Figure, place: dict[str, Any], name: str, value: str, label: str) -> tuple[Any, ...]:
    part = (name, value) if name else None
    council = place.get("council")
    return (
        str(place.get("level", council.level if council else "")),
        council.slug if council else "",
        name,
        value,
        label,
        figure.value(**place, part=part),
        int(figure.is_approximate(**place, part=part)),
        str(figure.source_of(council) if council else figure.source),
    )


def dictionary_of(indicators: Iterable[Indicator]) -> Iterator[tuple[str, ...]]:
    """What each indicator is, in the order of ``DICTIONARY_COLUMNS``."""
    for indicator in indicators:
        yield (
            indicator.code,
            indicator.label,
            indicator.unit,
            definition(indicator),
            indicator.register.title,
            _counted_by(indicator),
            "; ".join(_breakdowns(indicator)),
            "; ".join(_notes(indicator)),
        )


def definition(indicator: Indicator) -> str:
    """How the number comes about: its own words, else what the declaration says."""
    if indicator.meaning:
        return indicator.meaning
    register = indicator.register
    what = f"tổng “{register.label(indicator.summed)}”" if indicator.summed else "số bản ghi"
    conditions = ", ".join(_conditions(indicator))
    where = f" có {conditions}" if conditions else ""
    return f"{what[:1].upper()}{what[1:]} trong sổ {register.title}{where}."


def _conditions(indicator: Indicator) -> Iterator[str]:
    """The words of the list's address, as its filters say them; a list that usually shows one part says which."""
    filters = {f.name: f for f in indicator.register.all_filters if isinstance(f, Division)}
    usual = {name: division.usual for name, division in filters.items() if division.usual}
    for name, value in {**usual, **indicator.listed}.items():
        if division := filters.get(name):
            yield f"{division.label.lower()} “{division.parts.get(value, 'tất cả')}”"
        else:
            labels = dict(indicator.register.field(name).flatchoices or ())
            yield f"{indicator.register.label(name).lower()} “{labels.get(value, value)}”"


def _counted_by(indicator: Indicator) -> str:
    if indicator.register.valid_on:
        return "tình hình ngày cuối kỳ"
    state = ", trạng thái đến ngày cuối kỳ hoặc ngày chốt" if indicator.dated else ""
    return f"{_in_the_period(indicator)} kỳ{state}"


def _in_the_period(indicator: Indicator) -> str:
    """Which day of a record, or what happened to it, must lie in the period."""
    if happening := indicator.register.happenings.get(indicator.date):
        return happening.label
    if indicator.date == "counts_on":
        return "ngày tính của bản ghi trong"
    return f"{indicator.register.label(indicator.date)} trong"


def _breakdowns(indicator: Indicator) -> Iterator[str]:
    for name, by in indicator.by.items():
        label = by.label if isinstance(by, Division) else indicator.register.label(by.partition("__")[0])
        yield f"{label.lower()} ({name})"


def _notes(indicator: Indicator) -> Iterator[str]:
    if indicator.shared:
        yield "việc nhiều Hội đồng cùng có: tính một lần trong tổng, và một lần ở mỗi Hội đồng"
    if indicator.flag:
        yield "có thể là số ước tính"


def as_csv(heads: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """Comma-separated, quoted where needed."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return stream.getvalue()
