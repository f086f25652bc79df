"""A body's answers by Excel: painted, read, compared row by row, recorded all or not at all, once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.files.models import StoredFile
from dienhong.followup import actions
from dienhong.followup.actions import Happened
from dienhong.followup.answer_book.marking import marked
from dienhong.followup.answer_book.reading import read_answers
from dienhong.followup.due import due_as_set
from dienhong.followup.models import AnswerBook, IncomingDocument, Origin, Progress, Undertaking
from dienhong.followup.states import Result, Status
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.models import Council, Organisation
from dienhong.workbook.cells import is_blank
from dienhong.workbook.grid import read_grids
from dienhong.workbook.painting import Page, Painter
from dienhong.workbook.preview import Preview

from ..factories import NOW
from .books import book_with, empty_book

DONE, PLANNED = Result.RESOLVED.label, Result.PLANNED.label
RECEIVED = date(2023, 9, 20)


@pytest.fixture
def three(
    commune: Council, clerk: User, origin: Origin, executive: Organisation, undertaking: Undertaking
) -> list[Undertaking]:
    """VT-2023-001 to 003, all of the executive."""
    given: dict[str, Any] = {"council": commune, "origin": origin, "by": clerk, "at": NOW, "lead": executive}
    due, on = due_as_set(date(2023, 10, 1)), date(2023, 9, 1)
    more = [actions.undertake(**given, text=f"Việc {n}", due=due, on=on) for n in (2, 3)]
    return [undertaking, *more]


def received(content: bytes, council: Council, body: Organisation, by: User) -> AnswerBook:
    given = {"number": "88/UBND-VP", "issued_on": date(2023, 9, 19), "received_on": RECEIVED}
    return actions.receive_book(
        council=council, body=body, file=("tra-loi.xlsx", content), by=by, at=NOW, **given
    )


def recorded(book: AnswerBook, by: User) -> Preview:
    preview = actions.preview_book(book, by=by, at=NOW)
    return actions.record_book(book, expected=preview.fingerprint, by=by, at=NOW)


def test_the_workbook_holds_what_the_body_owes_with_choices(
    three: list[Undertaking], executive: Organisation
) -> None:
    content = empty_book([u.assignments.get(leads=True) for u in three])
    form, options = read_grids(content)
    assert [row[0] for row in form.grid[4:]] == ["VT-2023-001", "VT-2023-002", "VT-2023-003"]
    assert form.grid[4][2] == date(2023, 10, 1) and is_blank(form.grid[4][3])
    assert DONE in [row[0] for row in options.grid]
    assert read_answers(content, RECEIVED)[1][0].answers == ()


def test_new_answers_are_looked_at_then_recorded_together(
    three: list[Undertaking], commune: Council, executive: Organisation, clerk: User
) -> None:
    rows = [
        ("VT-2023-001", DONE, "Đã sửa xong mặt cầu.", None),
        ("VT-2023-002", PLANNED, "Chờ vốn.", date(2023, 12, 1)),
    ]
    book = received(book_with(*rows), commune, executive, clerk)
    preview = actions.preview_book(book, by=clerk, at=NOW)
    assert (preview.counts["new"], preview.has_errors) == (2, False)
    assert [change.new for change in preview.rows[1].changes] == [PLANNED, "Chờ vốn.", "01/12/2023"]
    assert Progress.objects.count() == 3 and not IncomingDocument.objects.exists()
    assert actions.record_book(book, expected=preview.fingerprint, by=clerk, at=NOW).saved
    done, planned, silent = Undertaking.objects.order_by("pk")
    assert (done.status, planned.status, silent.status) == ("reported_done", "accepted", "assigned")
    assert planned.extensions.get().new_due_on == date(2023, 12, 1)
    assert done.history.get(result="resolved").document == IncomingDocument.objects.get(number="88/UBND-VP")
    book.refresh_from_db()
    assert (book.answers, book.is_waiting, str(book)) == (2, False, "BTL-2023-001 tra-loi.xlsx")
    assert [entry.verb for entry in Entry.objects.of_record(book)] == [
        "Nhận bảng trả lời",
        "Ghi bảng trả lời",
    ]
    with pytest.raises(Refused, match="đã được ghi"):
        actions.record_book(book, expected=preview.fingerprint, by=clerk, at=NOW)


def test_the_same_file_twice_changes_nothing(
    three: list[Undertaking], commune: Council, executive: Organisation, clerk: User, leader: User
) -> None:
    content = book_with(
        ("VT-2023-001", DONE, "Đã sửa xong.", None),
        ("VT-2023-002", "đang giải quyết, chưa có thời hạn", "Chờ", None),
    )
    assert recorded(received(content, commune, executive, clerk), clerk).saved
    first = Undertaking.objects.get(code="VT-2023-001")
    part = first.assignments.get(leads=True)
    told = Happened(RECEIVED, "Tốt")
    actions.take_step(part, step="confirm", happened=told, expected_version=first.version, by=leader, at=NOW)
    before = list(Progress.objects.values_list("pk"))
    again = received(content, commune, executive, clerk)
    preview = recorded(again, clerk)
    assert (preview.counts["same"], preview.counts["error"], preview.saved) == (2, 0, False)
    assert list(Progress.objects.values_list("pk")) == before


def test_what_is_wrong_is_said_by_sheet_row_and_column_and_nothing_is_recorded(
    three: list[Undertaking], commune: Council, executive: Organisation, clerk: User
) -> None:
    content = book_with(
        ("VT-2023-001", DONE, "Đã sửa.", None),
        ("VT-2023-001", DONE, "Đã sửa.", None),
        ("VT-2023-002", PLANNED, "Chờ vốn.", None),
        ("VT-2023-003", "xong rồi", "", "31/2/2024"),
        ("VT-2023-099", DONE, "Đã làm.", None),
        (None, DONE, "Đã làm.", None),
    )
    book = received(content, commune, executive, clerk)
    preview = recorded(book, clerk)
    found = [(row.sheet, row.number, finding.column, finding.message) for row, finding in preview.findings()]
    assert [place[:3] for place in found] == [
        ("Trả lời", 6, "Mã"),
        ("Trả lời", 7, "Hẹn xong ngày"),
        ("Trả lời", 8, "Kết quả"),
        ("Trả lời", 8, "Hẹn xong ngày"),
        ("Trả lời", 9, "Mã"),
        ("Trả lời", 10, "Mã"),
    ]
    said = " ".join(place[3] for place in found)
    for words in ("dòng 5", "phải nêu ngày xong", "Không có mục “xong rồi”", "ngày có thật", "Thiếu mã"):
        assert words in said
    assert "Không có việc nào mang mã “VT-2023-099” giao cho UBND xã Mẫu." in said
    assert not preview.saved and Undertaking.objects.filter(status=Status.ASSIGNED).count() == 3
    raw, sheets = read_answers(book.file.read(), RECEIVED)
    assert read_grids(marked(raw, sheets, preview.rows))[0].grid[7][3] == "xong rồi"


def test_another_bodys_undertaking_is_not_answered(
    three: list[Undertaking], commune: Council, department: Organisation, clerk: User
) -> None:
    rows = book_with(("VT-2023-002", DONE, "Đã làm.", None))
    preview = recorded(received(rows, commune, department, clerk), clerk)
    assert preview.counts["error"] == 1 and "giao cho Ban quản lý chợ" in next(preview.findings())[1].message


def test_what_is_with_the_council_takes_no_other_answer(
    three: list[Undertaking], commune: Council, executive: Organisation, clerk: User
) -> None:
    first = received(book_with(("VT-2023-001", DONE, "Đã sửa xong.", None)), commune, executive, clerk)
    assert recorded(first, clerk).saved
    other = received(book_with(("VT-2023-001", DONE, "Nói khác.", None)), commune, executive, clerk)
    assert recorded(other, clerk).counts["error"] == 1


def test_a_sheet_typed_anew_is_read_by_its_headings(
    three: list[Undertaking], commune: Council, executive: Organisation, clerk: User
) -> None:
    content = book_with(("VT-2023-001", "ĐÃ GIẢI QUYẾT", "Đã sửa.", None), keys=False, sheet="Sheet1")
    assert recorded(received(content, commune, executive, clerk), clerk).saved


def test_what_changed_since_the_preview_is_not_overwritten(
    three: list[Undertaking], commune: Council, executive: Organisation, clerk: User, agency: User
) -> None:
    book = received(book_with(("VT-2023-001", DONE, "Đã sửa.", None)), commune, executive, clerk)
    preview = actions.preview_book(book, by=clerk, at=NOW)
    part = three[0].assignments.get(leads=True)
    told = Happened(date(2023, 9, 10), "Đang làm", result="in_progress")
    actions.answer(part, happened=told, expected_version=1, by=agency, at=NOW)
    with pytest.raises(Changed, match="xem lại"):
        actions.record_book(book, expected=preview.fingerprint, by=clerk, at=NOW)
    assert not Progress.objects.filter(result="resolved").exists()


def test_a_file_that_is_no_such_workbook_is_not_kept(
    commune: Council, executive: Organisation, clerk: User
) -> None:
    for content, said in ((b"khong phai", "không phải là sổ Excel"), (book_without_form(), "theo mẫu")):
        with pytest.raises(Refused, match=said) as refusal:
            received(content, commune, executive, clerk)
        assert refusal.value.violations[0].field == "file"
    assert not AnswerBook.objects.exists() and not StoredFile.objects.exists()


def book_without_form() -> bytes:
    with Painter() as painter:
        painter.paint(Page("Khác", [["Danh sách"], ["Tên", "Số"]]))
    return painter.content


def test_only_a_clerk_of_the_council_brings_answers(
    three: list[Undertaking],
    commune: Council,
    executive: Organisation,
    clerk: User,
    leader: User,
    agency: User,
    sister_clerk: User,
) -> None:
    content = book_with(("VT-2023-001", DONE, "Đã sửa.", None))
    book = received(content, commune, executive, clerk)
    for by in (leader, agency, sister_clerk):
        with pytest.raises(NotAllowed):
            received(content, commune, executive, by)
        with pytest.raises(NotAllowed):
            actions.preview_book(book, by=by, at=NOW)
        with pytest.raises(NotAllowed):
            actions.drop_book(book, by=by, at=NOW)


def test_the_wrong_file_is_dropped(commune: Council, executive: Organisation, clerk: User) -> None:
    book = received(book_with(("VT-2023-001", DONE, "Đã sửa.", None)), commune, executive, clerk)
    actions.drop_book(book, by=clerk, at=NOW)
    book = AnswerBook.objects.get()
    assert not book.is_waiting
    for again in (actions.preview_book, actions.drop_book):
        with pytest.raises(Refused, match="đã bỏ"):
            again(book, by=clerk, at=NOW)
