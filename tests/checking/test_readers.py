"""What each kind of file gives as text."""

import pytest

from dienhong.checking import Document, check, read_bytes
from dienhong.checking.readers.numbering import letter, roman
from tests.checking.files import opendocument, paragraph, pdf, word
from tests.checking.say import errors

CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def test_word_footnotes_stand_behind_their_paragraph() -> None:
    body = paragraph("Đã ban hành 31 nghị quyết{1}.") + paragraph("Hết.")
    document = read_bytes(word(body, {1: "Cấp huyện: 09; cấp xã: 23."}))
    assert document.kind == "docx"
    assert document.text.splitlines() == [
        "Đã ban hành 31 nghị quyết[^1].",
        "[^1]: Cấp huyện: 09; cấp xã: 23.",
        "Hết.",
    ]
    assert [one.computed for one in check(document).errors] == ["32"]


def test_word_lists_have_their_numbers() -> None:
    body = (
        paragraph("KẾT QUẢ", 0) + paragraph("Kỳ họp", 1) + paragraph("Giám sát", 1) + paragraph("ĐÁNH GIÁ", 0)
    )
    lines = read_bytes(word(body + paragraph("Tốt", 1) + paragraph("một ý", 2))).text.splitlines()
    assert lines == ["I. KẾT QUẢ", "1. Kỳ họp", "2. Giám sát", "II. ĐÁNH GIÁ", "1. Tốt", "- một ý"]


def test_word_tables_are_rows() -> None:
    rows = [["Đơn vị", "Số"], ["An Khê", "5"], ["Sơn Hà", "6"], ["Tổng cộng", "12"]]
    table = "".join(f"<w:tr>{''.join(CELL.format(cell) for cell in row)}</w:tr>" for row in rows)
    document = read_bytes(word(f"<w:tbl>{table}</w:tbl>"))
    assert document.text.splitlines()[1] == "| An Khê | 5 |"
    assert [one.stated for one in check(document).errors] == ["12"]


def test_word_deleted_text_and_fields_are_not_read() -> None:
    body = (
        "<w:p><w:r><w:t>Có 5 </w:t></w:r><w:del><w:r><w:delText>6 </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>nghị quyết</w:t></w:r></w:ins><w:r><w:instrText>PAGE 9</w:instrText></w:r></w:p>"
    )
    assert read_bytes(word(body)).text == "Có 5 nghị quyết"


def test_opendocument() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Huyện: 2; xã: 4.</text:p></text:note-body></text:note>"  # noqa: E501
    body = (
        f"<text:h>I. KẾT QUẢ</text:h><text:p>Có 5 báo cáo{note}, trong<text:s/>đó tốt.</text:p>"
        "<text:list><text:list-item><text:p>một ý</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
    )
    document = read_bytes(opendocument(body))
    assert document.text.splitlines() == [
        "I. KẾT QUẢ", "Có 5 báo cáo[^1], trong đó tốt.", "[^1]: Huyện: 2; xã: 4.", "- một ý", "| a |",
    ]  # fmt: skip
    assert [one.computed for one in check(document).errors] == ["6"]


def test_web_page() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><h1>BÁO CÁO</h1>"
        "<p>Có 14 nội dung (huyện:&nbsp;07;<br>xã:"
        " 08).<script>alert(9)</script></p><ul><li>một</li><li>hai</li></ul>"
        "<ol><li>ba</li></ol><table><tr><td colspan=2>Tổng</td><td>5</td></tr></table></body></html>"
    )
    document = read_bytes(page.encode())
    assert document.kind == "html"
    assert "alert" not in document.text
    assert document.text.splitlines()[-4:] == ["- một", "- hai", "1. ba", "| Tổng |  | 5 |"]
    assert errors(document.text) == ["sum"]


def test_pdf_footnotes_marks_and_page_numbers() -> None:
    page = [
        (72, 700, 13, "HDND ban hanh 31 van"
                      " ban"), (230, 705, 7, "1"), (240, 700, 13, "trong ky"), (72, 685, 13, "hop."),
        (72, 100, 7, "1"), (78, 97, 10, "Cap huyen: 09; cap xa: 22."), (300, 40, 13, "2"),
    ]  # fmt: skip
    lines = read_bytes(pdf([page])).text.splitlines()
    assert lines[-1] == "[^1]: Cap huyen: 09; cap xa: 22."
    assert "[^1]" in lines[0]
    assert "2" not in lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_any_unicode(encoding: str) -> None:
    assert read_bytes("Phiên họp thứ 5".encode(encoding)) == Document("Phiên họp thứ 5", "txt")


def test_text_with_a_few_damaged_bytes_is_still_read() -> None:
    data = ("Hội đồng nhân dân xã tổ chức kỳ họp. " * 20).encode()
    assert read_bytes(data[:-3] + b"\xe1").text.startswith("Hội đồng")


def test_numbers_of_lists() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 0)] == ["I", "IV", "IX", "XIV", "0"]
    assert [letter(number) for number in (1, 26, 27, 0)] == ["a", "z", "aa", "0"]
