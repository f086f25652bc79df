"""Reception through the yearly workbook: out and in again the same; a denunciation neither out nor in."""

from __future__ import annotations

from datetime import date

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.organisations.models import Council
from dienhong.reception.actions.days import mark_held
from dienhong.reception.models import Letter
from dienhong.reception.register import days
from dienhong.workbook.actions import import_workbook, preview_workbook
from dienhong.workbook.exporting import export

from ..factories import NOW
from ..workbook.files import read, workbook
from .factories import make_day, make_denunciation, make_handler, make_letter, make_reception, take

FIELDS = ("code", "received_on", "kind", "sender", "matter", "field", "status", "handled_on", "outcome")
HEADINGS = (
    "Mã",
    "Ngày nhận",
    "Loại đơn",
    "Người gửi",
    "Nội dung đơn",
    "Lĩnh vực",
    "Trạng thái",
    "Ngày xử lý",
    "Kết quả, trả lời",
)
ROW = {
    "received_on": "06/11/2023",
    "kind": "kiến nghị",
    "sender": "Nguyễn Văn Đơn",
    "matter": "Đề nghị cấp đất ở",
    "field": "Đất đai",
}


def sheet(*rows: dict[str, str]) -> bytes:
    return workbook(*rows, fields=FIELDS, headings=HEADINGS, name="Đơn thư", keys=False)


def test_what_was_exported_comes_back_the_same(commune: Council, clerk: User) -> None:
    day = make_day(commune, clerk, published_on=date(2023, 1, 3))
    mark_held(days, day, expected_version=1, by=clerk, at=NOW)
    make_reception(commune, clerk)
    take(make_letter(commune, clerk), "pass-on", clerk, passed_to_name="UBND xã Bên", slip_number="1/PC")
    make_denunciation(commune, make_handler(commune))
    book = read(export(commune, 2023, clerk))
    preview = preview_workbook(book, council=commune, by=clerk, at=NOW)
    assert [(row.sheet, row.state.value) for row in preview.rows] == [
        ("Lịch tiếp công dân", "same"),
        ("Lượt tiếp công dân", "same"),
        ("Đơn thư", "same"),
        ("Nhiệm kỳ", "same"),
    ], [row for row in preview.rows if row.state.value != "same"]


def test_letters_come_in_as_they_stand_and_the_journal_keeps_no_words(commune: Council, clerk: User) -> None:
    done = {**ROW, "status": "đã giải quyết", "handled_on": "10/11/2023", "outcome": "Đã cấp"}
    book = read(sheet(ROW, {**done, "matter": "Đề nghị sửa giấy"}))
    assert import_workbook(book, council=commune, by=clerk, at=NOW).saved
    assert list(Letter.objects.order_by("pk").values_list("status", "field__code")) == [
        ("received", "land"),
        ("settled", "land"),
    ]
    told = str(list(Entry.objects.values_list("changes", flat=True)))
    assert "DTH-2023-002" in told and "Nguyễn Văn Đơn" not in told and "cấp đất" not in told


def test_a_denunciation_is_refused_with_what_to_do(commune: Council) -> None:
    handler = make_handler(commune)
    sealed = make_denunciation(commune, handler)
    rows = ({**ROW, "kind": "tố cáo"}, {**ROW, "code": sealed.code, "kind": "tố cáo", "matter": "Khác"})
    preview = preview_workbook(read(sheet(*rows)), council=commune, by=handler, at=NOW)
    assert [row.state.value for row in preview.rows] == ["error", "error"]
    assert all("nút “Ghi đơn tố cáo”" in row.findings[-1].message for row in preview.rows)
    assert Letter.objects.count() == 1
