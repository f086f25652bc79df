"""168 workbooks of 200 rows imported, beside the same files consolidated with pandas and openpyxl.

    uv pip install --group bench && python -m benchmarks.workbook [--books 168] [--rows 200]

SQLite in a temporary folder; with DATABASE_URL, that database, which must be empty. Prints seconds and their ratio;
without pandas only the import.
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
from typing import Any

try:
    import pandas as pd
except ImportError:
    pd = None

FOLDER = tempfile.TemporaryDirectory()
os.environ.setdefault("DIENHONG_DATA", FOLDER.name)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.config.settings")

import django

django.setup()

from django.core.management import call_command
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.organisations.models import AdministrativeUnit, Council
from dienhong.organisations.unit_list import council_of
from dienhong.people.models import Term
from dienhong.workbook.actions import import_workbook
from dienhong.workbook.reading import read_workbook
from dienhong.workbook.template import filled_workbook

YEAR = 2023
IMPORT, AGAIN, PANDAS = "imported", "imported again, nothing changes", "consolidated with pandas + openpyxl"


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--books", type=int, default=168)
    asked.add_argument("--rows", type=int, default=200)
    options = asked.parse_args()
    call_command("migrate", verbosity=0)
    with tempfile.TemporaryDirectory() as folder:
        books = list(_write_books(Path(folder), options.books, options.rows))
        print(
            f"{options.books} workbooks of {options.rows} rows, {books[0][1].stat().st_size // 1024} KB each"
        )
        taken = _run(books, options.rows)
    for what, seconds in taken.items():
        if seconds:
            print(f"{what}: {seconds:.1f} s, {seconds / options.books * 1000:.0f} ms each")
    if pd:
        print(f"pandas + openpyxl takes {taken[PANDAS] / taken[IMPORT]:.2f} times as long as the import")


def _run(books: list[tuple[Council, Path]], rows: int) -> dict[str, float]:
    """Seconds of each; the three take turns, so that whatever else the machine does slows all of them."""
    by, sheets = User.objects.operator(), list[Any]()
    taken = dict.fromkeys((IMPORT, AGAIN, PANDAS), 0.0)
    for council, file in books:
        taken[IMPORT] += _timed(partial(_import, council, file, by))
        if pd:
            taken[PANDAS] += _timed(partial(_read, council, file, sheets))
        taken[AGAIN] += _timed(partial(_import, council, file, by))
    assert CouncilSession.objects.count() == len(books) * rows
    if pd:
        out = books[0][1].with_name("consolidated.xlsx")
        taken[PANDAS] += _timed(lambda: pd.concat(sheets).to_excel(out, engine="openpyxl"))
    return taken


def _write_books(folder: Path, books: int, rows: int) -> Iterator[tuple[Council, Path]]:
    for number in range(books):
        unit = AdministrativeUnit.objects.create(code=f"{number:05d}", name=f"Xã Số {number}", kind="commune")
        council = council_of(unit, slug=f"xa-so-{number}")
        council.save()
        Term.objects.create(
            council=council, ordinal=14, starts_on=date(2021, 5, 23), first_year=2021, last_year=2026
        )
        file = folder / f"{council.slug}.xlsx"
        file.write_bytes(filled_workbook(council, YEAR, {"council_sessions": _sessions(rows)}, frozenset()))
        yield council, file


def _sessions(rows: int) -> Iterator[CouncilSession]:
    for ordinal in range(1, rows + 1):
        day = date(YEAR, 1, 1) + timedelta(days=ordinal * 364 // rows)
        yield CouncilSession(
            ordinal=ordinal,
            nominal_year=YEAR,
            opens_on=day,
            closes_on=day,
            place=f"Hội trường trụ sở số {ordinal}",
            status="closed",
            note="Thảo luận tại tổ, chất vấn và trả lời chất vấn, thông qua nghị quyết" * (ordinal % 3),
        )


def _import(council: Council, file: Path, by: User) -> None:
    book = read_workbook(file.read_bytes(), file_name=file.name)
    assert import_workbook(book, council=council, by=by, at=timezone.now()).saved


def _read(council: Council, file: Path, sheets: list[Any]) -> None:
    sheet = pd.read_excel(file, sheet_name="Kỳ họp", header=3, engine="openpyxl")
    sheets.append(sheet.assign(council=council.slug))


def _timed(act: Callable[[], None]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
