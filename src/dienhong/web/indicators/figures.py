"""The page of figures, and the files that hold the same."""

from __future__ import annotations

import zipfile
from io import BytesIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from dienhong.indicators.spreadsheet import FigureBook
from dienhong.indicators.tables import COLUMNS, DICTIONARY_COLUMNS, as_csv, dictionary_of, rows_of
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.web.councils import in_council, user_of
from dienhong.web.indicators.asked import Asked
from dienhong.web.indicators.table import OPENED, FigureTable
from dienhong.web.people.day import require_reader
from dienhong.web.registers.views.lists import EXCEL

BOM = "\ufeff"
"""Without it Excel takes a CSV file for something else than UTF-8."""


@require_GET
@in_council
def figures_page(request: HttpRequest, council: Council) -> HttpResponse:
    require_reader(request, council)
    asked = Asked(request, council)
    table = FigureTable(asked)
    context = {
        "council": council,
        "asked": asked,
        "table": table,
        "title": title_of(asked),
        "columns": 6 + len(table.levels),
        "filters": asked.form(comparing=True),
        "files": asked.query(**{OPENED: ""}),
        "may_write": bool(access_of(user_of(request)).roles_in(council)),
    }
    return render(request, "indicators/figures.html", context)


def title_of(asked: Asked) -> str:
    """Số liệu HĐND huyện Đăk Tô và các Hội đồng cấp dưới"""
    below = " và các Hội đồng cấp dưới" if len(asked.scope.councils) > 1 else ""
    return f"Số liệu {asked.council.name}{below}"


@require_GET
@in_council
def figures_excel(request: HttpRequest, council: Council) -> HttpResponse:
    require_reader(request, council)
    asked = Asked(request, council)
    table = FigureTable(asked)
    title = f"{title_of(asked)}, {asked.label}"
    book = FigureBook(title, asked.earlier.label, table.figures, table.compared, table.shares.values())
    return _file(book.write(), EXCEL, asked, "xlsx")


@require_GET
@in_council
def figures_csv(request: HttpRequest, council: Council) -> HttpResponse:
    """Two files in one: the numbers, one in each row, and the dictionary that says what they are."""
    require_reader(request, council)
    asked = Asked(request, council)
    figures = FigureTable(asked).figures.values()
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("so-lieu.csv", BOM + as_csv(COLUMNS, rows_of(figures)))
        dictionary = dictionary_of(figure.indicator for figure in figures)
        archive.writestr("tu-dien.csv", BOM + as_csv(DICTIONARY_COLUMNS, dictionary))
    return _file(stream.getvalue(), "application/zip", asked, "zip")


def _file(content: bytes, kind: str, asked: Asked, ending: str) -> HttpResponse:
    period = asked.period
    name = f"so-lieu-{asked.council.slug}-{period.first:%Y%m%d}-{period.last:%Y%m%d}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
