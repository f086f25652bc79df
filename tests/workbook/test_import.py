"""Importing: what becomes of each row, every sentence, all or nothing, twice without harm."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from io import BytesIO
from typing import Any
from unicodedata import normalize

import pytest
import xlsxwriter

from dienhong.accounts.models import User
from dienhong.audit.journal import verify
from dienhong.audit.models import Entry
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.register import register
from dienhong.organisations.models import Council
from dienhong.registers.sight import Sight
from dienhong.web.registers.story import story_of

from ..factories import NOW, make_session
from .files import FIELDS, FIRST, HEADINGS, counts, imported, previewed, row, told, workbook


def test_new_rows_become_records_with_codes_in_the_order_of_the_file(commune: Council, clerk: User) -> None:
    content = workbook(row(), row(kind="chuyên đề", ordinal=8, opens_on="05/9/2023", closes_on="05/9/2023"))
    preview = imported(content, commune, clerk)
    assert (preview.saved, counts(preview), told(preview)) == (True, {"new": 2}, [])
    first, second = CouncilSession.objects.order_by("pk")
    assert (first.code, second.code) == ("KH-2023-001", "KH-2023-002")
    assert (first.kind, first.ordinal, first.opens_on) == ("regular", 7, date(2023, 7, 18))
    assert (first.place, first.term, first.status) == ("Hội trường", commune.terms.get(), "planned")
    assert (first.counts_on, first.recorded_by, first.recorded_at) == (date(2023, 7, 18), clerk, NOW)
    assert first.folded == "kh 2023 001 ky hop thu 7 thuong le thuong le hoi truong 2023"


def test_the_same_file_twice_changes_nothing(commune: Council, clerk: User) -> None:
    content = workbook(row(), row(ordinal=8, opens_on="05/9/2023", closes_on="05/9/2023"), slug="xa-mau")
    imported(content, commune, clerk)
    entries = Entry.objects.count()
    again = imported(content, commune, clerk)
    assert (again.saved, counts(again), told(again)) == (True, {"same": 2}, [])
    assert CouncilSession.objects.count() == 2
    assert Entry.objects.count() == entries


def test_one_entry_in_the_journal_names_the_file_and_every_record(commune: Council, clerk: User) -> None:
    make_session(commune, clerk, closes_on=date(2023, 7, 19))
    preview = imported(workbook(row(place="Nhà văn hóa"), row(ordinal=8)), commune, clerk)
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.record_label, entry.actor_name) == ("Nhập từ Excel", "HĐND xã Mẫu", "vanthu.xa")
    assert entry.changes["file"] == [None, "so.xlsx"]
    assert entry.changes["sha256"] == [None, preview.sha256]
    assert (entry.changes["new"], entry.changes["changed"]) == ([None, 1], [None, 1])
    assert entry.changes["KH-2023-001"] == [{"place": "Hội trường"}, {"place": "Nhà văn hóa"}]
    assert entry.changes["KH-2023-002"][1]["ordinal"] == 8
    for session in CouncilSession.objects.all():
        assert Entry.objects.of_record(session).last() == entry
    assert not list(verify(commune.pk))


def test_a_change_shows_old_and_new_and_counts_the_version(commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk, closes_on=date(2023, 7, 19))
    preview = imported(workbook(row(closes_on=date(2023, 7, 20), note="Kéo dài")), commune, clerk)
    assert counts(preview) == {"changed": 1}
    (line,) = preview.rows
    assert (line.code, line.version) == ("KH-2023-001", 1)
    changes = [(c.label, c.old, c.new) for c in line.changes]
    assert changes == [("Bế mạc ngày", "19/7/2023", "20/7/2023"), ("Ghi chú", "(trống)", "Kéo dài")]
    session.refresh_from_db()
    assert (session.version, session.note, session.closes_on) == (2, "Kéo dài", date(2023, 7, 20))  # type: ignore[attr-defined]


def test_a_code_lets_even_what_identifies_the_row_be_corrected(commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk, closes_on=date(2023, 7, 19))
    preview = imported(workbook(row(code="KH-2023-001", ordinal=6)), commune, clerk)
    assert [c.label for c in preview.rows[0].changes] == ["Kỳ họp thứ"]
    session.refresh_from_db()
    assert session.ordinal == 6  # type: ignore[attr-defined]


def test_a_code_alone_is_enough_to_change_one_cell(commune: Council, clerk: User) -> None:
    make_session(commune, clerk)
    preview = imported(workbook({"code": "KH-2023-001", "note": "Có khách"}), commune, clerk)
    assert counts(preview) == {"changed": 1, "warning": 1}
    assert CouncilSession.objects.get().note == "Có khách"


def test_an_unknown_code_is_told_and_the_row_taken_by_its_content(commune: Council, clerk: User) -> None:
    preview = imported(workbook(row(code="KH-2019-044")), commune, clerk)
    said = "Không có bản ghi mang mã KH-2019-044; dòng được nhận theo nội dung và sẽ có mã mới nếu chưa ghi."
    assert told(preview) == [(FIRST, "Mã", "warning", said)]
    assert CouncilSession.objects.get().code == "KH-2023-001"


@pytest.mark.parametrize(
    "cells",
    [
        {"kind": "THƯỜNG LỆ"},
        {"kind": "thuong le"},
        {"kind": normalize("NFD", "thường lệ")},
        {"kind": None},
        {"ordinal": "7"},
        {"ordinal": "07 "},
        {"ordinal": "=3+4"},
        {"nominal_year": "2.023"},
        {"nominal_year": "2\u00a0023"},
        {"opens_on": date(2023, 7, 18), "closes_on": datetime(2023, 7, 19, 17, 0)},
        {"opens_on": 45125, "closes_on": "45126"},
        {"opens_on": "18/7", "closes_on": "ngày 19 tháng 7 năm 2023"},
        {"place": normalize("NFD", " Hội\u00a0 trường ")},
    ],
    ids=str,
)
def test_what_clerks_type_is_read_as_what_they_mean(
    commune: Council, clerk: User, cells: dict[str, Any]
) -> None:
    imported(workbook(row()), commune, clerk)
    content = _with_formula(row()) if cells.get("ordinal") == "=3+4" else workbook(row(**cells))
    preview = previewed(content, commune, clerk)
    assert (counts(preview), told(preview)) == ({"same": 1}, [])


def _with_formula(cells: dict[str, Any]) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Kỳ họp")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, [cells.get(field) for field in FIELDS])
        sheet.write_formula(1, FIELDS.index("ordinal"), "=3+4", None, 7)
    return stream.getvalue()


def test_the_import_stands_in_the_story_of_each_record(commune: Council, clerk: User) -> None:
    imported(workbook(row(), row(ordinal=8)), commune, clerk)
    imported(workbook(row(place="Nhà văn hóa"), row(ordinal=8)), commune, clerk)
    first, second = CouncilSession.objects.order_by("ordinal")
    sight = Sight(register.model, clerk)
    story = story_of(first, register, sight)
    told_of_first = [(act.what, [(c.label, c.old, c.new) for c in act.changes]) for act in story]
    change = ("Địa điểm", "Hội trường", "Nhà văn hóa")
    assert told_of_first == [("Nhập từ Excel", [change]), ("Nhập từ Excel", [])]
    assert [act.what for act in story_of(second, register, sight)] == ["Nhập từ Excel"]


def test_a_preview_is_plain_values_that_may_wait_between_two_pages(commune: Council, clerk: User) -> None:
    preview = previewed(workbook(row(), row(ordinal=0)), commune, clerk)
    kept = json.loads(json.dumps(asdict(preview)))
    assert [(line["sheet"], line["number"], line["state"]) for line in kept["rows"]] == [
        ("Kỳ họp", FIRST, "new"),
        ("Kỳ họp", FIRST + 1, "error"),
    ]


def test_what_is_found_in_an_imported_record_is_what_saving_would_find(commune: Council, clerk: User) -> None:
    imported(workbook(row()), commune, clerk)
    session = CouncilSession.objects.get()
    found = session.folded
    session.derive()
    assert session.folded == found
