"""The board of councils and registers: who has recorded how much in the year, who said nothing, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from dienhong.indicators.declaration import Indicator, all_indicators
from dienhong.indicators.evaluation import evaluate
from dienhong.indicators.figure import Figure
from dienhong.indicators.reporting import reported_in
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register, all_registers
from dienhong.vietnamese.numerals import format_count
from dienhong.web.councils import in_council, user_of
from dienhong.web.indicators.asked import Asked
from dienhong.web.indicators.links import reported_url, url_of
from dienhong.web.indicators.nothing import nothing_url
from dienhong.web.people.day import require_reader


@dataclass(frozen=True)
class Cell:
    """What a council has of a register: a number that opens the list, its word that there was nothing, or silence."""

    state: str
    text: str
    url: str
    hint: str


@dataclass(frozen=True)
class Row:
    council: Council
    cells: tuple[Cell, ...]
    missing: tuple[str, ...]

    @property
    def done(self) -> int:
        return len(self.cells) - len(self.missing)


@dataclass(frozen=True)
class Board:
    """One request for the board: a column for each register that is recorded by hand and feeds a figure."""

    asked: Asked

    @cached_property
    def registers(self) -> list[Register]:
        feeding = {indicator.register.code for indicator in all_indicators()}
        return [r for r in all_registers() if r.by_hand and not r.part_of and r.code in feeding]

    def figures(self) -> list[Figure]:
        """How many records each council has, through the same engine as every other figure."""
        counts = [Indicator(r.code, r.title, r.one, r) for r in self.registers]
        return list(evaluate(counts, self.asked.scope).values())

    def rows(self, figures: list[Figure]) -> Iterator[Row]:
        reported = self._reported()
        for council in self.asked.scope.councils:
            cells = tuple(self._cell(figure, council, reported) for figure in figures)
            pairs = zip(figures, cells, strict=True)
            missing = tuple(f.indicator.label for f, cell in pairs if cell.state == "missing")
            yield Row(council, cells, missing)

    def _reported(self) -> set[tuple[str, int]]:
        """(register, council) of which any figure was reported."""
        told, registers = reported_in(self.asked.scope), {i.code: i.register.code for i in all_indicators()}
        return {(registers[code], pk) for code, r in told.items() if code in registers for pk in r.by_council}

    def _cell(self, figure: Figure, council: Council, reported: set[tuple[str, int]]) -> Cell:
        register, nothing = figure.indicator.register, self._nothing_url(figure.indicator.register, council)
        if council.pk in figure.silent:
            return Cell("nothing", "0", nothing, "đã báo không phát sinh")
        if council not in figure.missing:
            number = format_count(figure.value(council=council), padded=False)
            return Cell("recorded", number, url_of(figure, council=council), "")
        if (register.code, council.pk) in reported:
            return Cell("reported", "BC", reported_url(council, self.asked.period), "có số liệu báo cáo")
        return Cell("missing", "–", nothing, "chưa ghi")

    def _nothing_url(self, register: Register, council: Council) -> str:
        """Where the user says "không phát sinh", or takes it back; empty for who may not."""
        writes = access_of(self.asked.user).may_act(council, register.model.WRITERS)
        return nothing_url(council, register) if writes and register.may_be_silent else ""


@require_GET
@in_council
def board_page(request: HttpRequest, council: Council) -> HttpResponse:
    require_reader(request, council)
    board = Board(Asked(request, council))
    figures = board.figures()
    rows = list(board.rows(figures))
    context: dict[str, Any] = {
        "council": council,
        "asked": board.asked,
        "filters": board.asked.form(comparing=False),
        "registers": board.registers,
        "rows": rows,
        "totals": [(figure.total, url_of(figure)) for figure in figures],
        "may_write": any(
            access_of(user_of(request)).may_act(council, r.model.WRITERS) for r in board.registers
        ),
    }
    return render(request, "indicators/board.html", context)
