"""168 workbooks of 200 rows imported, beside the same files consolidated with pandas and openpyxl.

    make bench, or python -m benchmarks.workbook [--books 168] [--rows 200]

A row is a session, a round or a meeting with voters, a petition (forwarded, some answered and settled: acts with a
history of their own) or a citizen received. pandas reads every sheet of the form, as the import does, for any of them
may be filled in; and once more only those that hold something, as if its script had been told. Either way it writes
one table per sheet. SQLite in a temporary folder; with DATABASE_URL, that database, which must be empty. Prints seconds
and their ratios; without pandas only the import.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

try:
    import pandas as pd
except ImportError:
    pd = None

FOLDER = tempfile.TemporaryDirectory()
os.environ.setdefault("DIENHONG_DATA", FOLDER.name)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.config.settings")

from dienhong.cli.main import start_django

start_django()

from django.core.management import call_command
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.followup.models import Undertaking
from dienhong.kernel.memory import settle
from dienhong.organisations.models import AdministrativeUnit, Council, Organisation
from dienhong.organisations.unit_list import council_of
from dienhong.people.models import Term
from dienhong.voters.models import Petition
from dienhong.workbook.actions import import_workbook
from dienhong.workbook.columns import columns_of, sheet_of, sheet_registers
from dienhong.workbook.guide import guide_page
from dienhong.workbook.layout import key_of, template_layout
from dienhong.workbook.painting import Page, Painter
from dienhong.workbook.reading import read_workbook

YEAR = 2023
IMPORT, AGAIN = "imported", "imported again, nothing changes"
PANDAS, TOLD = "consolidated with pandas + openpyxl", "the same, told which sheets hold something"
SHARES = {"council_sessions": 6, "voter_rounds": 4, "voter_meetings": 40, "petitions": 100, "receptions": 50}
"""Rows of each register in 200; of 100 petitions 44 were forwarded and 19 of these are settled."""


class Taken(NamedTuple):
    """Seconds on the clock, and of this process's processor time: what else the machine does slows the first only."""

    seconds: float
    worked: float

    def __add__(self, other: Any) -> Taken:
        return Taken(self.seconds + other.seconds, self.worked + other.worked)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--books", type=int, default=168)
    asked.add_argument("--rows", type=int, default=200)
    options = asked.parse_args()
    settle()  # as the command does
    call_command("migrate", verbosity=0)
    with tempfile.TemporaryDirectory() as folder:
        books = list(_write_books(Path(folder), options.books, options.rows))
        size = books[0][1].stat().st_size // 1024
        print(f"{options.books} workbooks of {options.rows} rows, {size} KB each")
        taken = _run(books, options.rows)
    for what, (seconds, worked) in taken.items():
        if seconds:
            each, here = seconds / options.books * 1000, worked / options.books * 1000
            print(
                f"{what}: {seconds:.1f} s, {each:.0f} ms each ({here:.0f} ms of this process's processor time)"
            )
    if pd:
        times, told = (taken[what].worked / taken[IMPORT].worked for what in (PANDAS, TOLD))
        print(f"pandas + openpyxl works {times:.2f} times as long as the import; if told, {told:.2f} times")


def _run(books: list[tuple[Council, Path]], rows: int) -> dict[str, Taken]:
    """What each took; they take turns, so that whatever else the machine does slows all of them."""
    by, sheets = User.objects.operator(), dict[str, list[Any]]()
    taken = dict.fromkeys((IMPORT, AGAIN, PANDAS, TOLD), Taken(0, 0))
    every = [sheet_of(register).name for register in sheet_registers()]
    filled = [sheet_of(register).name for register in sheet_registers() if register.code in SHARES]
    for council, file in books:
        taken[IMPORT] += _timed(partial(_import, council, file, by))
        if pd:
            taken[PANDAS] += _timed(partial(_read, council, file, every, sheets))
            taken[TOLD] += _timed(partial(_read, council, file, filled, {}))
        taken[AGAIN] += _timed(partial(_import, council, file, by))
    petitions = SHARES["petitions"] * rows // 200
    assert Petition.objects.count() == len(books) * petitions
    assert Undertaking.objects.count() == len(books) * sum(n % 100 < 44 for n in range(petitions))
    if pd:
        assert sum(len(read) for parts in sheets.values() for read in parts) == len(books) * rows
        out = books[0][1].with_name("consolidated.xlsx")
        written = _timed(partial(_consolidate, out, sheets))
        taken[PANDAS], taken[TOLD] = taken[PANDAS] + written, taken[TOLD] + written
    return taken


# --- the workbooks ----------------------------------------------------------------------------------------------------
def _write_books(folder: Path, books: int, rows: int) -> Iterator[tuple[Council, Path]]:
    for number in range(books):
        unit = AdministrativeUnit.objects.create(code=f"{number:05d}", name=f"Xã Số {number}", kind="commune")
        council = council_of(unit, slug=f"xa-so-{number}")
        council.save()
        _furnish(council)
        file = folder / f"{council.slug}.xlsx"
        file.write_bytes(_workbook(council, {code: share * rows // 200 for code, share in SHARES.items()}))
        yield council, file


def _furnish(council: Council) -> None:
    """The term, and the bodies that petitions go to."""
    recorded = {"recorded_by": User.objects.operator(), "recorded_at": timezone.now(), "code": "NK-2021-001"}
    years = {"first_year": 2021, "last_year": 2026, "starts_on": date(2021, 5, 23)}
    Term.objects.create(council=council, ordinal=14, seats_allotted=25, **years, **recorded)
    for kind, name in (("executive", "UBND xã"), ("standing_committee", "Thường trực HĐND xã")):
        Organisation.objects.create(council=council, kind=kind, name=name)


def _workbook(council: Council, counts: dict[str, int]) -> bytes:
    """The year's form, filled in as a clerk would."""
    registers = sheet_registers()
    with Painter() as painter:
        painter.paint(guide_page(registers, council, YEAR))
        for register in registers:
            columns = columns_of(register)
            made = _MADE.get(register.code, lambda number: {})
            rows = [made(number) for number in range(counts.get(register.code, 0))]
            head = [
                [register.title],
                [],
                [key_of(register, c) for c in columns],
                [c.heading for c in columns],
            ]
            grid: Any = [*head, *([row.get(column.name) for column in columns] for row in rows)]
            layout = template_layout(register, columns)
            painter.paint(Page(sheet_of(register).name, grid, layout, hidden_rows=(2,)))
    return painter.content


def _day(number: int) -> date:
    return date(YEAR, 2, 1) + timedelta(days=number % 150)


def _session(number: int) -> dict[str, Any]:
    day = date(YEAR, 1, 5) + timedelta(days=40 * number % 300)
    opens = {"opens_on": day, "closes_on": day, "nominal_year": YEAR}
    return {
        "kind": "thường lệ",
        "ordinal": number + 1,
        "place": "Hội trường trụ sở",
        "status": "đã bế mạc",
        **opens,
    }


def _round(number: int) -> dict[str, Any]:
    starts = date(YEAR, 2, 1) + timedelta(days=number)
    return {
        "kind": "chuyên đề",
        "theme": f"chuyên đề {number + 1}",
        "starts_on": starts,
        "ends_on": date(YEAR, 8, 1),
    }


def _meeting(number: int) -> dict[str, Any]:
    named = {"round": "Tiếp xúc cử tri chuyên đề 1, từ 01/02/2023", "place": f"Nhà văn hóa thôn {number + 1}"}
    return {
        **named,
        "held_on": _day(number),
        "commune_delegates": "x",
        "attendees": 40 + number,
        "opinions": 5,
    }


def _petition(number: int) -> dict[str, Any]:
    day = _day(number % 40)
    cells = {
        "received_on": day,
        "text": f"Đề nghị sửa chữa, nâng cấp đoạn đường số {number} vào khu sản xuất của thôn, hiện đã hư hỏng nặng",
        "field": "Giao thông",
        "place": f"Thôn {number % 40 + 1}",
        "meeting": f"Nhà văn hóa thôn {number % 40 + 1}, {day.day:02d}/{day.month}/{YEAR}",
    }
    if number % 100 < 44:
        cells |= {"lead": "UBND xã", "given_on": date(YEAR, 8, 5), "dispatch": "12/TTHĐND"}
    if number % 100 < 19:
        answer = {"result": "đã giải quyết", "answered_on": date(YEAR, 9, 5), "answer_paper": "48/UBND"}
        cells |= {
            **answer,
            "answer": "Đã sửa xong",
            "settled_on": date(YEAR, 9, 20),
            "settled_paper": "15/TTHĐND",
        }
    return cells


def _reception(number: int) -> dict[str, Any]:
    said = {
        "citizen": f"Nguyễn Văn {number}",
        "matter": f"Đề nghị cấp giấy chứng nhận cho thửa đất số {number}",
    }
    return {"received_on": _day(number), "citizens": 1, "field": "Đất đai", **said}


_MADE: dict[str, Callable[[int], dict[str, Any]]] = {
    "council_sessions": _session,
    "voter_rounds": _round,
    "voter_meetings": _meeting,
    "petitions": _petition,
    "receptions": _reception,
}


# --- what is measured -------------------------------------------------------------------------------------------------
def _import(council: Council, file: Path, by: User) -> None:
    book = read_workbook(file.read_bytes(), file_name=file.name)
    preview = import_workbook(book, council=council, by=by, at=timezone.now())
    assert preview.saved, [(row.number, finding.message) for row, finding in preview.findings()][:3]


def _read(council: Council, file: Path, names: list[str], sheets: dict[str, list[Any]]) -> None:
    """The rows of these sheets, as an office's script would read them."""
    for name, sheet in pd.read_excel(file, sheet_name=names, header=3, engine="openpyxl").items():
        if len(sheet):
            sheets.setdefault(name, []).append(sheet.assign(council=council.slug))


def _consolidate(out: Path, sheets: dict[str, list[Any]]) -> None:
    with pd.ExcelWriter(out, engine="openpyxl") as writer:
        for name, read in sheets.items():
            pd.concat(read).to_excel(writer, sheet_name=name)


def _timed(act: Callable[[], None]) -> Taken:
    start, worked = time.perf_counter(), time.process_time()
    act()
    return Taken(time.perf_counter() - start, time.process_time() - worked)


if __name__ == "__main__":
    main()
