"""Finding the rows again, however the sheet was treated."""

from __future__ import annotations

from io import BytesIO

import pytest
import xlsxwriter

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.kernel.errors import Unreadable
from dienhong.organisations.models import Council

from .files import FIELDS, FIRST, HEADINGS, add_sheet, counts, imported, previewed, read, row, told, workbook


@pytest.fixture(autouse=True)
def recorded(commune: Council, clerk: User) -> None:
    imported(workbook(row()), commune, clerk)


def is_same(content: bytes, council: Council, by: User) -> bool:
    preview = previewed(content, council, by)
    return (counts(preview), told(preview)) == ({"same": 1}, [])


def test_columns_may_be_moved(commune: Council, clerk: User) -> None:
    fields, headings = FIELDS[::-1], HEADINGS[::-1]
    assert is_same(workbook(row(), fields=fields, headings=headings), commune, clerk)


def test_headings_may_be_renamed_where_the_machine_keys_are(commune: Council, clerk: User) -> None:
    headings = [f"Cột {n}" for n in range(len(HEADINGS))]
    assert is_same(workbook(row(), headings=headings), commune, clerk)


def test_the_machine_keys_may_be_lost_where_the_headings_are(commune: Council, clerk: User) -> None:
    headings = [heading.upper() + " *" for heading in HEADINGS]
    assert is_same(workbook(row(), keys=False, headings=headings, name="Trang1"), commune, clerk)


def test_a_column_that_was_added_by_hand_is_known_by_its_heading(commune: Council, clerk: User) -> None:
    fields = [*FIELDS[:-1], ""]
    content = workbook([None, *list(row().values())[:5], "Hội trường", None, "Thêm tay"], fields=fields)
    assert [c.new for c in previewed(content, commune, clerk).rows[0].changes] == ["Thêm tay"]


def test_a_column_of_ones_own_is_told_and_left_but_counting_the_rows_is_fine(
    commune: Council, clerk: User
) -> None:
    fields, headings = ["", *FIELDS, ""], ["STT", *HEADINGS, "Người lập"]
    content = workbook([1, *(row().get(f) for f in FIELDS), "Lan"], fields=fields, headings=headings)
    preview = previewed(content, commune, clerk)
    said = "Cột này không có trong mẫu nên không được đọc."
    assert told(preview) == [(FIRST - 1, "Người lập", "warning", said)]
    assert counts(preview) == {"same": 1, "warning": 1}


def test_a_missing_column_is_told_once_and_at_the_headings(commune: Council, clerk: User) -> None:
    left = [name for name in FIELDS if name != "opens_on"]
    headings = [heading for heading in HEADINGS if heading != "Khai mạc ngày"]
    preview = previewed(workbook(row(), row(ordinal=8), fields=left, headings=headings), commune, clerk)
    said = "Trang này thiếu cột “Khai mạc ngày”; hãy thêm lại cột với đúng tên ấy ở dòng tiêu đề."
    assert told(preview) == [(FIRST - 1, "Khai mạc ngày", "error", said)]


def test_optional_columns_may_be_left_out_and_stay_untouched(commune: Council, clerk: User) -> None:
    left, headings = FIELDS[:6], HEADINGS[:6]
    assert is_same(workbook(row(), fields=left, headings=headings), commune, clerk)
    assert CouncilSession.objects.get().place == "Hội trường"


def test_blank_rows_anywhere_are_nothing(commune: Council, clerk: User) -> None:
    blank: dict[str, str] = {"place": " \u00a0 ", "note": "\u200b"}
    assert is_same(workbook({}, blank, row(), {}, blank, blank), commune, clerk)


def test_a_cell_merged_over_rows_holds_for_each(commune: Council, clerk: User) -> None:
    rows = [row(kind=None), row(kind=None, ordinal=8), row(kind=None, ordinal=9)]
    merge = [(FIRST, FIRST + 2, FIELDS.index("kind"), "chuyên đề")]
    imported(workbook(*(r | {"ordinal": r["ordinal"] + 10} for r in rows), merge=merge), commune, clerk)
    assert CouncilSession.objects.filter(kind="thematic").count() == 3


def test_a_merge_that_reaches_over_blank_rows_makes_no_rows(commune: Council, clerk: User) -> None:
    merge = [(FIRST, FIRST + 3, FIELDS.index("kind"), "thường lệ")]
    assert is_same(workbook(row(kind=None), merge=merge), commune, clerk)


def test_the_example_is_not_a_record_but_what_is_written_over_it_is_told(
    commune: Council, clerk: User
) -> None:
    example = row(code="Ví dụ", place="Hội trường trụ sở HĐND và UBND", status="đã bế mạc")
    assert is_same(workbook(example, row()), commune, clerk)
    preview = previewed(workbook(example | {"ordinal": 8}), commune, clerk)
    said = "Dòng có chữ “Ví dụ” không được đọc; nếu là bản ghi thật, hãy xóa chữ “Ví dụ” ở cột Mã."
    assert told(preview) == [(FIRST, "", "warning", said)]


def test_a_row_of_which_only_the_code_is_left_is_told(commune: Council, clerk: User) -> None:
    preview = previewed(workbook({"code": "KH-2023-001"}), commune, clerk)
    said = "Dòng chỉ có ô Mã nên không được đọc; xóa dòng không phải là hủy."
    assert told(preview) == [(FIRST, "", "warning", said)]


def test_a_sheet_that_was_copied_is_read_with_the_first(commune: Council, clerk: User) -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        add_sheet(book, [row()])
        add_sheet(book, [row(ordinal=8), row()], name="Kỳ họp (2)")
        book.add_worksheet("Nháp").write(0, 0, "ghi chú riêng")
    preview = previewed(stream.getvalue(), commune, clerk)
    assert [(r.sheet, r.number, r.state.value) for r in preview.rows] == [
        ("Kỳ họp", FIRST, "same"),
        ("Kỳ họp (2)", FIRST, "new"),
        ("Kỳ họp (2)", FIRST + 1, "error"),
    ]
    assert f"với dòng {FIRST} trang Kỳ họp; hãy giữ lại một dòng" in told(preview)[0][3]


def test_a_missing_guide_leaves_council_and_year_open(commune: Council) -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        add_sheet(book, [row()])
    found = read(stream.getvalue())
    assert (found.council_slug, found.year) == ("", None)


def test_whose_and_which_year_stand_in_the_guide(commune: Council) -> None:
    found = read(workbook(row(), slug="xa-mau", year=2023))
    assert (found.council_slug, found.year, len(found.sha256)) == ("xa-mau", 2023, 64)


def test_a_workbook_of_something_else_is_refused(commune: Council) -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, "Danh sách học sinh")
    with pytest.raises(Unreadable, match="Tệp không có trang nào theo mẫu; hãy lấy mẫu"):
        read(stream.getvalue())
