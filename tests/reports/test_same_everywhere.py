"""Every number of the yearly report: the same on the page, on paper, in Excel and for programs; it opens its list."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.reports.figures import Number
from dienhong.reports.helpers.source import Source
from dienhong.reports.language import Written
from dienhong.reports.models import Report

from .papers import begun
from .test_as_typed import of_docx, of_html, of_markdown, of_pdf
from .year import fill

AS_OF = date(2024, 2, 27)
MARKED = re.compile(r"(\d+(?:\.\d{3})*)§(\d+)§")


@pytest.fixture
def numbers(monkeypatch: pytest.MonkeyPatch) -> list[Number]:
    """Every number that a text shows; on paper its place in this list stands behind it: 134§7§."""
    shown: list[Number] = []
    linked = Source.linked

    def marked(source: Source, number: Number, words: str) -> Written:
        shown.append(number)
        return linked(source, number, f"{words}§{len(shown) - 1}§")

    monkeypatch.setattr(Source, "linked", marked)
    return shown


@pytest.fixture
def report(
    client: Client,
    district: Council,
    commune: Council,
    sister: Council,
    district_clerk: User,
    clerk: User,
    sister_clerk: User,
) -> Report:
    fill(district, commune, sister, district_clerk, clerk, sister_clerk)
    client.force_login(district_clerk)
    return begun(district, district_clerk, kind="annual-summary", as_of=AS_OF)


def address_of(report: Report) -> str:
    return f"/dak-mau/bao-cao/{report.code}/"


READERS: dict[str, Callable[[bytes], str]] = {
    "": of_html,
    "tep/docx/": of_docx,
    "tep/pdf/": of_pdf,
    "tep/html/": of_html,
    "tep/md/": of_markdown,
}


def test_page_word_pdf_and_markdown_show_every_number(
    client: Client, report: Report, numbers: list[Number]
) -> None:
    for path, read in READERS.items():
        numbers.clear()
        text = read(client.get(address_of(report) + path).content)
        printed = {int(place): int(words.replace(".", "")) for words, place in MARKED.findall(text)}
        assert len(printed) > 50
        assert printed == {place: number.value for place, number in enumerate(numbers)}, path


def test_excel_and_programs_have_the_numbers_of_the_page(
    client: Client, report: Report, numbers: list[Number]
) -> None:
    client.get(address_of(report))
    book = figures_sheet(client.get(f"{address_of(report)}tep/xlsx/").content)
    rows = csv_rows(client.get("/api/so-lieu/dak-mau/csv/?nam=2023&chot=2024-02-27").text)
    told = client.get("/api/so-lieu/dak-mau/?nam=2023&chot=2024-02-27").json()
    interface = {figure["indicator"]: figure for figure in told["figures"]}
    seen = {"book": 0, "rows": 0, "json": 0}
    for number in numbers:
        for name, value in {
            "book": book.get(number.asked.key, {}).get(place_in_book(number)),
            "rows": rows.get((number.asked.code, *place_in_rows(number))),
            "json": in_json(interface[number.asked.code], number),
        }.items():
            if value is not None:
                assert value == number.value, (name, number.asked, number.level, number.council)
                seen[name] += 1
    assert seen["book"] == len(numbers), "the workbook has a cell for each"
    assert min(seen.values()) > 50, seen


def figures_sheet(content: bytes) -> dict[str, dict[str, Any]]:
    """By indicator, the cells by the heading of their column; empty is what a council has not said."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Số liệu").to_python()
    heads = [str(head) for head in sheet[3]]
    return {str(row[0]): {h: c or 0 for h, c in zip(heads, row, strict=True)} for row in sheet[4:]}


def place_in_book(number: Number) -> str:
    if number.council:
        return number.council.short_name
    return {"district": "Cấp huyện", "commune": "Cấp xã"}[number.level] if number.level else "Tổng số"


def csv_rows(text: str) -> dict[tuple[str, ...], int]:
    found = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    return {
        (
            row["indicator"],
            "" if row["council"] else row["level"],
            row["council"],
            row["breakdown"],
            row["part"],
        ): int(row["value"])
        for row in found
    }


def place_in_rows(number: Number) -> tuple[str, ...]:
    council = number.council.slug if number.council else ""
    return (number.level or "", council, *(number.asked.part or ("", "")))


def in_json(figure: dict[str, Any], number: Number) -> int | None:
    if number.asked.part:
        name, value = number.asked.part
        return figure["by"][name][value] if number.level is None and number.council is None else None
    if number.council:
        return figure["by_council"][number.council.slug]
    return figure["by_level"][number.level] if number.level else figure["total"]


def test_every_number_of_the_page_opens_a_list_of_that_length(
    client: Client, report: Report, numbers: list[Number]
) -> None:
    page = client.get(address_of(report)).text
    links = {
        int(place): unescape(href) for href, place in re.findall(r'<a href="([^"]+)">[^<]*§(\d+)§</a>', page)
    }
    assert set(links) == {place for place, number in enumerate(numbers) if number.recorded}
    lists = {href: numbers[place].value for place, href in links.items()}
    wrong = []
    for href, value in lists.items():
        answer = client.get(href)
        listing = answer.context["listing"]
        if "tong=" not in href and listing.total != value:
            wrong.append((href, value, listing.total))
    assert wrong == [] and len(lists) > 30
