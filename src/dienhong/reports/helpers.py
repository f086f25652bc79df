"""What a text may ask for between {{ and }}: numbers, lists of councils, tables, words of records.

Names are Vietnamese, without marks: clerks read and type them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.organisations.naming import names_of
from dienhong.reports.addresses import Addresses
from dienhong.reports.coverage import BELOW
from dienhong.reports.figures import Asked, Figures, Number
from dienhong.reports.language import Call, Helper, Written, escape, plain
from dienhong.vietnamese.numerals import format_count, format_percent

NONE = "không có"
UNKNOWN = "chưa có số liệu"
MOST = 50


@dataclass(frozen=True)
class Helpers:
    """The helpers over the figures of one report, with links for one reader."""

    figures: Figures
    addresses: Addresses

    def so(self, code: str, level: str | None = None, council: str | None = None, **parts: str) -> Written:
        """Số của một chỉ số: cả địa bàn, một cấp (level) hoặc một Hội đồng (council); có thể lấy một phần."""
        return self._written(self._number(code, level, council, parts))

    def gia_tri(self, code: str, level: str | None = None, council: str | None = None, **parts: str) -> int:
        """Cũng là số ấy nhưng để so sánh trong điều kiện {% if … %}."""
        return self._number(code, level, council, parts).value

    def ty_le(self, code: str, level: str | None = None, council: str | None = None, **parts: str) -> Written:
        """Tỷ lệ của một phần trên cả chỉ số, kèm hai số làm nên tỷ lệ: 43,2% (19/44)."""
        part, whole = (self._number(code, level, council, p) for p in (parts, {}))
        share = escape(format_percent(part.value, whole.value))
        return (
            Written(f"{share} ({self._written(part)}/{self._written(whole)})")
            if whole.value
            else Written(NONE)
        )

    def theo_hoi_dong(self, code: str, level: str = BELOW, **parts: str) -> Written:
        """Số của từng Hội đồng: xã A: 05; xã B: 02; xã C: không có."""
        return _joined(self._of_council(number) for number in self._numbers(code, level, parts))

    def nhom_hoi_dong(self, code: str, level: str = BELOW, **parts: str) -> Written:
        """Các Hội đồng có cùng một số đứng chung: các xã A, B: 02; xã C: 03."""
        groups: dict[int, list[Number]] = {}
        for number in self._numbers(code, level, parts):
            groups.setdefault(-1 if number.missing else number.value, []).append(number)
        return _joined(self._of_group(groups[value]) for value in sorted(groups, reverse=True))

    def co(self, code: str, level: str = BELOW, **parts: str) -> Written:
        """Tên các Hội đồng có ít nhất một."""
        return _names(number for number in self._numbers(code, level, parts) if number.value)

    def khong_co(self, code: str, level: str = BELOW, **parts: str) -> Written:
        """Tên các Hội đồng không có, không kể nơi chưa báo số liệu."""
        return _names(n for n in self._numbers(code, level, parts) if not n.value and not n.missing)

    def chua_bao(self, code: str, level: str | None = None) -> Written:
        """Tên các Hội đồng chưa ghi gì và cũng chưa báo không phát sinh."""
        return Written(escape(names_of(self._number(code, level, None, {}).missing) or NONE))

    def it_hon(self, code: str, least: int, level: str = BELOW, **parts: str) -> Written:
        """Các Hội đồng có ít hơn số nêu ra, kèm số của từng nơi."""
        few = (n for n in self._numbers(code, level, parts) if n.value < least and not n.missing)
        return _joined(self._of_council(number) for number in few)

    def dem_hoi_dong(self, code: str | None = None, level: str = BELOW, **parts: str) -> int:
        """Có bao nhiêu Hội đồng; nêu chỉ số thì chỉ đếm nơi có ít nhất một."""
        if code is None:
            return len(self.figures.coverage.part(level))
        return sum(number.value > 0 for number in self._numbers(code, level, parts))

    def theo_phan(self, code: str, by: str, level: str | None = None) -> Written:
        """Số theo từng phần của một cách phân: giao thông: 12; điện: 05; phần không có thì bỏ qua."""
        labels = self.figures.parts_of(code, by)
        self.figures.prepare(Asked.of(code, {by: value}) for value in labels)
        numbers = [(label, self._number(code, level, None, {by: value})) for value, label in labels.items()]
        return _joined(Written(f"{escape(label)}: {self._written(n)}") for label, n in numbers if n.value)

    def bang(self, *codes: str, level: str | None = None) -> Written:
        """Bảng số liệu: mỗi Hội đồng một dòng, mỗi chỉ số một cột, dòng cuối là tổng."""
        councils = self.figures.coverage.part(level)
        figures = [self.figures.figure(Asked(code)) for code in codes]
        heads = ["STT", "Hội đồng", *(figure.indicator.label for figure in figures)]
        rows = [self._row(place, council, codes) for place, council in enumerate(councils, start=1)]
        total = ["", "**Cộng**", *(f"**{self._table_number(code, councils)}**" for code in codes)]
        ruler = ["---:", "---", *("---:" for _ in codes)]
        lines = [list(map(escape, heads)), ruler, *rows, total]
        return Written("\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n\n")

    def liet_ke(
        self,
        code: str,
        field: str,
        most: int = 6,
        level: str | None = None,
        council: str | None = None,
        **parts: str,
    ) -> Written:
        """Lời của chính các bản ghi, ví dụ nội dung chất vấn: nội dung một; nội dung hai…"""
        number = self._number(code, level, council, parts)
        texts = list(self._texts(number, field, min(most, MOST)))
        more = "…" if number.value > len(texts) else ""
        return Written("; ".join(escape(_inside(text)) for text in texts) + more) if texts else Written(NONE)

    def _texts(self, number: Number, field: str, most: int) -> Iterable[str]:
        """The field of the records, the first ones first."""
        register = number.figure.indicator.register
        open_fields = {*register.fields, *(column.name for column in register.columns)} - set(
            register.model.FIELD_READERS
        )
        if field not in open_fields:
            known = ", ".join(sorted(open_fields))
            sentence = f"Sổ {register.title} không có mục “{field}”; chỉ có: {known}."
            raise Refused.because("text.field", sentence, "text")
        found = self.figures.records(number.asked).of_councils([council.pk for council in number.councils])
        records = register.fetched(found.select_related("council", *register.related))
        return (plain(record.said(field)) for record in records.order_by("counts_on", "pk")[:most])

    def _number(self, code: str, level: str | None, council: str | None, parts: Mapping[str, str]) -> Number:
        coverage = self.figures.coverage
        councils = coverage.named(council) if council is not None else coverage.part(level)
        return self.figures.number(Asked.of(code, parts), councils)

    def _numbers(self, code: str, level: str, parts: Mapping[str, str]) -> list[Number]:
        """One number for each council of a level."""
        asked = Asked.of(code, parts)
        return [self.figures.number(asked, (council,)) for council in self.figures.coverage.part(level)]

    def _written(self, number: Number) -> Written:
        return self._linked(number, format_count(number.value))

    def _linked(self, number: Number, words: str) -> Written:
        address = self.addresses.of(number)
        return Written(f"[{escape(words)}](<{address}>)" if address else escape(words))

    def _of_council(self, number: Number) -> Written:
        (council,) = number.councils
        if number.missing:
            return Written(escape(f"{council.short_name}: {UNKNOWN}"))
        return Written(f"{escape(council.short_name)}: {self._written(number) if number.value else NONE}")

    def _of_group(self, numbers: list[Number]) -> Written:
        names = escape(names_of(council for number in numbers for council in number.councils))
        if numbers[0].missing:
            return Written(f"{names}: {UNKNOWN}")
        return Written(f"{names}: {escape(format_count(numbers[0].value))}")

    def _row(self, place: int, council: Council, codes: Iterable[str]) -> list[str]:
        return [
            str(place),
            escape(council.short_name),
            *(self._table_number(code, (council,)) for code in codes),
        ]

    def _table_number(self, code: str, councils: tuple[Council, ...]) -> str:
        """A number as a table shows it, without the leading zero; a dash where one council said nothing."""
        number = self.figures.number(Asked(code), councils)
        if number.missing and len(councils) == 1:
            return "–"
        return self._linked(number, format_count(number.value, padded=False))


HELPERS: tuple[Callable[..., Any], ...] = (
    Helpers.so,
    Helpers.gia_tri,
    Helpers.ty_le,
    Helpers.theo_hoi_dong,
    Helpers.nhom_hoi_dong,
    Helpers.co,
    Helpers.khong_co,
    Helpers.chua_bao,
    Helpers.it_hon,
    Helpers.dem_hoi_dong,
    Helpers.theo_phan,
    Helpers.bang,
    Helpers.liet_ke,
)
_OPTIONS = frozenset({"level", "council", "least", "by", "field", "most"})


def helpers_of(helpers: Helpers) -> dict[str, Helper]:
    """By the names that texts use."""
    return {helper.__name__: getattr(helpers, helper.__name__) for helper in HELPERS}


def asked_by(calls: Iterable[Call]) -> set[Asked]:
    """The figures that the calls of a text will need, as far as they are written out."""
    asked: set[Asked] = set()
    for call in calls:
        parts = {name: str(value) for name, value in call.options.items() if name not in _OPTIONS}
        codes = call.args if call.name == Helpers.bang.__name__ else call.args[:1]
        asked |= {Asked.of(code, given) for code in codes if isinstance(code, str) for given in (parts, {})}
    return asked


def _joined(parts: Iterable[Written]) -> Written:
    return Written("; ".join(parts) or NONE)


def _names(numbers: Iterable[Number]) -> Written:
    return Written(escape(names_of(council for number in numbers for council in number.councils) or NONE))


def _inside(text: str) -> str:
    """A sentence as part of another: on one line, without its full stop."""
    return " ".join(text.split()).rstrip(" .;")
