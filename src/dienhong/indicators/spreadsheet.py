"""The Excel file of figures: the table of the page, by council, by part, and the data dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import xlsxwriter

from dienhong.indicators.comparison import Compared
from dienhong.indicators.figure import Figure, Share
from dienhong.indicators.tables import DICTIONARY_COLUMNS, dictionary_of
from dienhong.organisations.kinds import Level

SOURCES = {"records": "sổ ghi", "reported": "báo cáo", "both": "sổ ghi và báo cáo"}


@dataclass(frozen=True)
class FigureBook:
    """What the file holds: the figures of a title, each beside an earlier period where there is one."""

    title: str
    earlier: str
    figures: Mapping[str, Figure]
    compared: Mapping[str, Compared]
    shares: Iterable[Share]

    def write(self) -> bytes:
        stream = BytesIO()
        with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
            style = _Style(book)
            self._totals(style.sheet("Số liệu", self.title, self._heads()), style)
            self._councils(
                style.sheet("Theo Hội đồng", self.title, ["Chỉ số", "Đơn vị tính", *self._names()])
            )
            self._parts(
                style.sheet("Phân tổ", self.title, ["Chỉ số", "Phân tổ", "Phần", "Tổng", *self._levels()])
            )
            sheet = style.sheet("Từ điển", "Từ điển dữ liệu", DICTIONARY_COLUMNS)
            for line, row in enumerate(dictionary_of(f.indicator for f in self.figures.values()), start=3):
                sheet.write_row(line, 0, row)
        return stream.getvalue()

    def _first(self) -> Figure:
        return next(iter(self.figures.values()))

    def _levels(self) -> list[str]:
        return [str(Level(level).label) for level in self._first().by_level]

    def _names(self) -> list[str]:
        return [council.short_name for council in self._first().councils]

    def _heads(self) -> list[str]:
        before = [f"Kỳ so sánh ({self.earlier})", "Chênh lệch", "Tỷ lệ"]
        return ["Chỉ số", "Đơn vị tính", "Tổng", *self._levels(), *before, "Ước tính", "Nguồn", "Chưa báo"]

    def _totals(self, sheet: Any, style: _Style) -> None:
        line = 3
        for code, figure in self.figures.items():
            sheet.write_row(line, 0, [figure.indicator.label, figure.indicator.unit, figure.total])
            sheet.write_row(line, 3, figure.by_level.values())
            column = 3 + len(figure.by_level)
            compared = self.compared[code]
            before = None if compared.before.is_missing() else compared.before.total
            sheet.write_row(line, column, [before, compared.difference()])
            if (growth := compared.growth()) is not None:
                sheet.write_number(line, column + 2, float(growth) / 100, style.percent)
            rough = "ước tính" if figure.is_approximate() else ""
            missing = ", ".join(council.short_name for council in figure.missing)
            sheet.write_row(line, column + 3, [rough, SOURCES[figure.source], missing])
            line += 1
        for share in self.shares:
            sheet.write_row(line, 0, [share.ratio.label, "%"])
            if (value := share.value()) is not None:
                sheet.write_number(line, 2, float(value), style.percent)
            line += 1

    def _councils(self, sheet: Any) -> None:
        for line, figure in enumerate(self.figures.values(), start=3):
            sheet.write_row(
                line, 0, [figure.indicator.label, figure.indicator.unit, *figure.by_council.values()]
            )

    def _parts(self, sheet: Any) -> None:
        line = 3
        for figure in self.figures.values():
            for name, values in figure.by.items():
                for value, total in values.items():
                    levels = [figure.value(level=level, part=(name, value)) for level in figure.by_level]
                    label = figure.label_of((name, value))
                    sheet.write_row(line, 0, [figure.indicator.label, name, label, total, *levels])
                    line += 1


class _Style:
    """Formats of the book, and sheets that begin alike: title, an empty line, the heading row in sight."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True})
        self._head = book.add_format({"bold": True, "text_wrap": True, "border": 1, "bg_color": "#EEF1F6"})
        self.percent = book.add_format({"num_format": "0.0%"})

    def sheet(self, name: str, title: str, heads: Sequence[str]) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.write(0, 0, title, self._bold)
        sheet.write_row(2, 0, heads, self._head)
        sheet.freeze_panes(3, 1)
        sheet.set_column(0, 0, 46)
        sheet.set_column(1, len(heads) - 1, 16)
        return sheet
