"""Councils side by side: who has how many, who has none, who said nothing."""

from __future__ import annotations

from collections.abc import Sequence

from dienhong.reports.coverage import BELOW
from dienhong.reports.figures import Number
from dienhong.reports.helpers.source import NONE, UNKNOWN, Source, joined, named
from dienhong.reports.language import Written, escape
from dienhong.vietnamese.numerals import format_count


def theo_hoi_dong(
    source: Source, code: str, level: str = BELOW, only_some: bool = False, **part: str
) -> Written:
    """Số của từng Hội đồng: xã A: 05; xã B: không có. Thêm only_some=true thì bỏ qua nơi không có."""
    numbers = source.of_each(code, level, part)
    return joined(_of_council(source, number) for number in numbers if number.value or not only_some)


def nhom_hoi_dong(source: Source, code: str, level: str = BELOW, **part: str) -> Written:
    """Các Hội đồng có cùng một số đứng chung: các xã A, B: 03; thị trấn C: 02."""
    groups: dict[int, list[Number]] = {}
    for number in source.of_each(code, level, part):
        groups.setdefault(-1 if number.missing else number.value, []).append(number)
    return joined(_of_group(groups[value]) for value in sorted(groups, reverse=True))


def co(source: Source, code: str, level: str = BELOW, **part: str) -> Written:
    """Tên các Hội đồng có ít nhất một."""
    return named(council for n in source.of_each(code, level, part) if n.value for council in n.councils)


def khong_co(source: Source, code: str, level: str = BELOW, **part: str) -> Written:
    """Tên các Hội đồng không có; nơi chưa báo số liệu không kể ở đây."""
    return named(number.councils[0] for number in _without(source, code, level, part))


def chua_bao(source: Source, code: str, level: str | None = None) -> Written:
    """Tên các Hội đồng chưa ghi gì và cũng chưa báo không phát sinh."""
    return named(source.number(code, level, None, {}).missing)


def noi_chua_bao(source: Source, *codes: str, level: str | None = None) -> Written:
    """Theo từng sổ, tên các Hội đồng chưa báo: Kỳ họp: xã A; Nghị quyết: các xã A, B."""
    missing = {n.register.title: n.missing for n in (source.number(code, level, None, {}) for code in codes)}
    return joined(f"{escape(title)}: {named(councils)}" for title, councils in missing.items() if councils)


def it_hon(source: Source, code: str, least: int, /, level: str = BELOW, **part: str) -> Written:
    """Các Hội đồng có ít hơn số nêu ra, kèm số của từng nơi."""
    return joined(_of_council(source, number) for number in _below(source, code, least, level, part))


def dem_hoi_dong(source: Source, code: str | None = None, level: str = BELOW, **part: str) -> int:
    """Có bao nhiêu Hội đồng; nêu chỉ số thì chỉ đếm nơi có ít nhất một."""
    if code is None:
        return len(source.coverage.part(level))
    return sum(number.value > 0 for number in source.of_each(code, level, part))


def dem_khong_co(source: Source, code: str, level: str = BELOW, **part: str) -> int:
    """Có bao nhiêu Hội đồng không có."""
    return len(_without(source, code, level, part))


def dem_chua_bao(source: Source, *codes: str, level: str | None = None) -> int:
    """Có bao nhiêu Hội đồng còn chưa báo ít nhất một trong các số ấy."""
    return len({council for code in codes for council in source.number(code, level, None, {}).missing})


def dem_it_hon(source: Source, code: str, least: int, /, level: str = BELOW, **part: str) -> int:
    """Có bao nhiêu Hội đồng có ít hơn số nêu ra."""
    return len(_below(source, code, least, level, part))


def bang(source: Source, *codes: str, level: str | None = None) -> Written:
    """Bảng số liệu: mỗi Hội đồng một dòng, mỗi chỉ số một cột, dòng cuối là tổng."""
    councils = source.coverage.part(level)
    heads = ["STT", "Hội đồng", *(source.number(code, level, None, {}).label for code in codes)]
    columns = [source.of_each(code, level, {}) for code in codes]
    rows = [
        [str(place), escape(council.short_name), *(_cell(source, column[place - 1]) for column in columns)]
        for place, council in enumerate(councils, start=1)
    ]
    sums = [f"**{_cell(source, source.number(code, level, None, {}))}**" for code in codes]
    lines = [[escape(head) for head in heads], ["---:", "---", *("---:" for _ in codes)], *rows]
    return Written("\n\n" + "\n".join(map(_line, [*lines, ["", "**Cộng**", *sums]])) + "\n\n")


def _without(source: Source, code: str, level: str, part: dict[str, str]) -> list[Number]:
    return [n for n in source.of_each(code, level, part) if not n.value and not n.missing]


def _below(source: Source, code: str, least: int, level: str, part: dict[str, str]) -> list[Number]:
    return [n for n in source.of_each(code, level, part) if n.value < least and not n.missing]


def _of_council(source: Source, number: Number) -> str:
    (council,) = number.councils
    if number.missing:
        return escape(f"{council.short_name}: {UNKNOWN}")
    return f"{escape(council.short_name)}: {source.written(number) if number.value else NONE}"


def _of_group(numbers: Sequence[Number]) -> str:
    names = named(number.councils[0] for number in numbers)
    words = UNKNOWN if numbers[0].missing else format_count(numbers[0].value)
    return f"{names}: {escape(words)}"


def _cell(source: Source, number: Number) -> str:
    """A number as a table shows it, without the leading zero; a dash where the one council said nothing."""
    unknown = number.missing and len(number.councils) == 1
    return "–" if unknown else source.linked(number, format_count(number.value, padded=False))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
