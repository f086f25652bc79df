"""The yearly summary: what it says of a year, in what form, the same in every format."""

from __future__ import annotations

import io
import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from dienhong.accounts.models import User
from dienhong.checking import check as check_document
from dienhong.checking import read_bytes
from dienhong.documents.markdown import blocks_to_markdown
from dienhong.documents.word import to_docx
from dienhong.indicators.declaration import all_indicators
from dienhong.indicators.document import as_document
from dienhong.indicators.evaluation import evaluate
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.reports.kinds import get_kind
from dienhong.reports.paper import Paper
from dienhong.reports.rendering import drafted_paper

from ..documents.test_text_is_data import of_html, of_pdf, of_word
from ..documents.word_file import MM, W, WordFile, value, words
from .year import HOSTILE, fill, more_of_everything

KIND = get_kind("annual-summary")
AS_OF = date(2024, 2, 27)


@pytest.fixture
def paper(
    district: Council,
    commune: Council,
    sister: Council,
    district_clerk: User,
    clerk: User,
    sister_clerk: User,
) -> Paper:
    fill(district, commune, sister, district_clerk, clerk, sister_clerk)
    return summary(district)


def summary(council: Council) -> Paper:
    return drafted_paper(KIND, council, Period.year(2023), AS_OF, User.objects.operator())


def told(paper: Paper) -> str:
    """The words of the paper, notes in their places."""
    text = of_html(paper.document)
    return re.sub(r"\s+", " ", text)


SAYS = [
    "HĐND các cấp đã tổ chức 05 kỳ họp",
    "gồm 04 kỳ họp thường lệ và 01 kỳ họp chuyên đề",
    "HĐND huyện: 02 kỳ họp; HĐND các xã: 03 kỳ họp",
    "đã thông qua 04 nghị quyết",
    "HĐND huyện: 03 nghị quyết; HĐND các xã: 01 nghị quyết (xã Bên: chưa có số liệu; xã Mẫu: 01)",
    "Đại biểu HĐND đã chất vấn 02 nội dung",
    "như: Vì sao chậm cấp giấy chứng nhận; Vì sao đường vào khu sản xuất xuống cấp.",
    "Thường trực HĐND huyện đã chuyển 02 kiến nghị",
    "Đến ngày 27/02/2024",
    "tổ chức 01 phiên giải trình với 01 nội dung. Sau mỗi phiên",
    "Thường trực HĐND các xã chưa tổ chức phiên giải trình.",
    "Các thông báo kết luận: 04/TB-TTHĐND ngày 09/5/2023.",
    "lấy phiếu tín nhiệm đối với 01 người",
    "trên 50% tín nhiệm cao: 01",
    "giám sát, khảo sát 04 chuyên đề",
    "đã họp 02 phiên thường kỳ",
    "xem xét, cho ý kiến 01 nội dung do UBND cùng cấp trình",
    "tổ chức 01 hội nghị giao ban",
    "chưa duy trì đủ phiên họp hằng tháng (02/12 phiên)",
    "HĐND: 02 chuyên đề (cấp huyện: 01; các xã: 01)",
    "Các Tổ đại biểu HĐND: 01 chuyên đề.",
    "Các Ban của HĐND thẩm tra 01 nội dung theo phân công; 01 tài liệu được trình",
    "06 lượt ý kiến thảo luận",
    "tổ chức 01 đợt tiếp xúc cử tri",
    "Thường trực HĐND đã tổng hợp 03 kiến nghị",
    "đã tiếp 01 ngày với 02 công dân",
    "Thường trực HĐND huyện nhận 01 đơn; Thường trực HĐND các xã nhận 01 đơn",
    "trong đó có 01 trường hợp có thể là một đơn gửi đến cả hai cấp",
    "đơn huyện Đăk Mẫu nhận ngày 06/11/2023 và đơn xã Mẫu nhận ngày 06/11/2023",
    "Có 01 Tổ đại biểu HĐND chưa thực hiện giám sát",
    "Tổ đại biểu số 2",
    "Còn 01 tài liệu trình kỳ họp gửi chậm",
    "Phòng Tài chính: 01",
    "việc đã quá hạn mà chưa có kết quả",
    "Phòng Hạ tầng: 01",
    "Còn 01 đại biểu HĐND huyện vắng mặt tại kỳ họp",
    "Đại biểu mẫu 01: 01",
    "còn thiếu số liệu",
    "Nghị quyết: xã Bên",
    "trên địa bàn huyện Đăk Mẫu./.",
]


def test_it_says_what_the_year_was(paper: Paper) -> None:
    text = told(paper)
    assert [words for words in SAYS if words not in text] == []


def test_the_parts_stand_in_the_order_of_the_form(paper: Paper) -> None:
    headings = re.findall(r"^#{2,4} (.+)$", blocks_to_markdown(paper.document.body), re.MULTILINE)
    assert headings[:1] + [h for h in headings if h.startswith(("II", "III"))] == [
        "I. KẾT QUẢ HOẠT ĐỘNG",
        "II. ĐÁNH GIÁ CHUNG",
        "III. PHƯƠNG HƯỚNG, NHIỆM VỤ",
    ]
    assert [a.number for a in paper.document.appendices] == [a.number for a in KIND.appendices]


def test_what_is_not_so_is_not_said(paper: Paper) -> None:
    text = told(paper)
    assert "đột xuất" not in text and "không có đại biểu chất vấn" not in text


def test_a_commune_reports_of_itself_alone(paper: Paper, commune: Council) -> None:
    text = told(summary(commune))
    assert "Trong năm 2023, HĐND xã đã tổ chức 01 kỳ họp" in text
    assert "cấp dưới" not in text and "các xã" not in text
    assert "không có đại biểu chất vấn" in text


def test_an_empty_year_can_be_reported(district: Council) -> None:
    assert "đã tổ chức 0 kỳ họp" in told(summary(district))


def test_appendices_have_as_many_rows_as_the_text_says(paper: Paper) -> None:
    counted = {table.appendix.number: len(table.rows) for table in paper.tables}
    for appendix in KIND.appendices:
        councils = paper.figures.coverage.part(appendix.level)
        assert counted[appendix.number] == paper.figures.number(appendix.asked, councils).value
    assert counted == {
        "1": 2, "2.1": 0, "2.2": 2, "3.1": 2, "3.2": 1, "3.3": 0, "3.4": 1, "4": 1,
    }  # fmt: skip


def test_the_cost_does_not_grow_with_the_records(
    paper: Paper, district: Council, district_clerk: User
) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            summary(district)
        return len(captured)

    few = statements()
    more_of_everything(district, district_clerk)
    assert statements() == few


def test_a_petition_prints_as_typed(paper: Paper) -> None:
    for read in (of_word, of_pdf, of_html):
        assert "".join(HOSTILE.split()) in "".join(read(paper.document).split())


def numbers_of_workbook(paper: Paper) -> dict[str, list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(paper.rendered(".xlsx")))
    rows = book.get_sheet_by_name("Số liệu").to_python()[4:]
    return {str(row[0]): row[3:] for row in rows}


def test_the_workbook_has_a_sheet_of_figures_and_one_of_each_appendix(paper: Paper) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(paper.rendered(".xlsx")))
    assert book.sheet_names == ["Số liệu", *(f"PL {appendix.number}" for appendix in KIND.appendices)]
    questions = book.get_sheet_by_name("PL 1").to_python()
    assert questions[2][:4] == ["STT", "Đơn vị", "Chất vấn tại", "Đại biểu chất vấn"]
    assert [row[4] for row in questions[3:]] == [
        "Vì sao chậm cấp giấy chứng nhận",
        "Vì sao đường vào khu sản xuất xuống cấp",
    ]


def test_page_word_excel_and_interface_have_the_same_numbers(paper: Paper, district: Council) -> None:
    """One definition serves all: the JSON of the interface, the workbook, and the words of every document."""
    scope = paper.figures.coverage.scope
    document = as_document(scope, evaluate(list(all_indicators()), scope).values())
    interface = {figure["indicator"]: figure for figure in json.loads(json.dumps(document))["figures"]}
    workbook = numbers_of_workbook(paper)
    compared = 0
    for asked, figure in paper.figures.used.items():
        if asked.code not in interface:
            continue
        told_there = interface[asked.code]
        name, part = asked.part or ("", "")
        total = told_there["by"][name][part] if name else told_there["total"]
        assert workbook[asked.key][0] == figure.value(part=asked.part) == total, asked.key
        compared += 1
    assert compared > 25
    texts = [re.sub(r"\s+", "", read(paper.document)) for read in (of_word, of_pdf, of_html)]
    held = interface["sessions.held"]["total"]
    assert all(f"đãtổchức{held:02d}kỳhọp" in text for text in texts)


def test_the_houses_own_check_finds_no_contradiction(paper: Paper) -> None:
    """A report that writes itself must pass the check that reports of others go through."""
    document = read_bytes(to_docx(paper.document))
    result = check_document(document, "bao-cao.docx")
    assert [finding.message for finding in result.findings if finding.severity == "error"] == []


PARTS = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (12, 13), True, False, "center"),
    ("Độc lập - Tự do - Hạnh phúc", (13, 14), True, False, "center"),
    ("HỘI ĐỒNG NHÂN DÂN", (12, 13), False, False, "center"),
    ("THƯỜNG TRỰC", (12, 13), True, False, "center"),
    ("Số: ", (13,), False, False, "center"),
    ("Đăk Mẫu, ngày", (13, 14), False, True, "center"),
    ("BÁO CÁO", (13, 14), True, False, "center"),
    ("Tổng hợp kết quả", (13, 14), True, False, "center"),
    ("Thực hiện chương trình", (13, 14), False, False, "both"),
    ("I. KẾT QUẢ", (13, 14), True, False, "both"),
    ("1. Tổ chức kỳ họp", (13, 14), True, False, "both"),
    ("Nơi nhận:", (12,), True, True, "left"),
    ("- Thường trực Huyện ủy (báo cáo);", (11,), False, False, "left"),
    ("TM. THƯỜNG TRỰC HĐND", (13, 14), True, False, "center"),
    ("KT. CHỦ TỊCH", (13, 14), True, False, "center"),
    ("PHÓ CHỦ TỊCH", (13, 14), True, False, "center"),
    ("Phụ lục 1", (14,), True, False, "center"),
    ("NỘI DUNG CHẤT VẤN", (13, 14), True, False, "center"),
    ("(Kèm theo Báo cáo số", (13, 14), False, True, "center"),
]


def test_every_part_has_the_measures_of_the_decree(paper: Paper) -> None:
    """Decree 30/2020/NĐ-CP, appendix I, on the produced Word file."""
    file = WordFile(to_docx(paper.document))
    wrong = []
    for start, sizes, bold, italic, align in PARTS:
        part = file.find(start)
        if (part.size in sizes, part.bold, part.italic, part.align) != (True, bold, italic, align):
            wrong.append((start, part.size, part.bold, part.italic, part.align))
    assert wrong == []


def test_the_page_has_the_measures_of_the_decree(paper: Paper) -> None:
    file = WordFile(to_docx(paper.document))
    for section in file.sections:
        margins = section.find(f"{W}pgMar")
        size = section.find(f"{W}pgSz")
        assert {int(value(size, "w")), int(value(size, "h"))} == {11906, 16838}
        lengths = {side: int(value(margins, side)) * MM for side in ("top", "bottom", "left", "right")}
        assert 19.9 <= lengths["top"] <= 25 and 19.9 <= lengths["bottom"] <= 25
        assert 29.9 <= lengths["left"] <= 35 and 14.9 <= lengths["right"] <= 20
        assert value(section.find(f"{W}pgNumType"), "start") == "1"
    body = file.find("Thực hiện chương trình")
    assert body.mm("ind", "firstLine") == pytest.approx(12.7, abs=0.02) and body.points("after") >= 6
    assert 240 <= body.mm("spacing", "line") / MM <= 360


def test_before_issue_number_and_day_are_blank_and_the_end_is_marked(paper: Paper) -> None:
    file = WordFile(to_docx(paper.document))
    assert re.fullmatch(r"Số:\s+/BC-TTHĐND", file.find("Số: ").text)
    assert re.fullmatch(r"Đăk Mẫu, ngày\s+tháng\s+năm 2024", file.find("Đăk Mẫu, ngày").text)
    assert file.find("Trên đây là").text.endswith("./.")


def test_notes_are_real_and_as_many_as_their_marks(paper: Paper) -> None:
    file = WordFile(to_docx(paper.document))
    marks = [value(mark, "id") for mark in file.document.iter(f"{W}footnoteReference")]
    notes = [value(note, "id") for note in file.part("footnotes").iter(f"{W}footnote")]
    assert len(marks) > 8 and marks == [note for note in notes if note in marks]
    assert "[^" not in of_word(paper.document)


def test_appendices_stand_across_their_own_pages_under_heads_that_repeat(paper: Paper) -> None:
    file = WordFile(to_docx(paper.document))
    turned = [value(section.find(f"{W}pgSz"), "orient") == "landscape" for section in file.sections]
    assert turned == [False, *(appendix.landscape for appendix in paper.document.appendices)]
    assert turned.count(True) >= 6, "eight columns do not fit upright"
    tables = [
        table for table in file.body.iter(f"{W}tbl") if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    ]
    assert len(tables) == sum(bool(table.rows) for table in paper.tables)
    for table, told in zip(tables, (t for t in paper.tables if t.rows), strict=True):
        head, *rows = table.findall(f"{W}tr")
        assert [words(cell) for cell in head.findall(f"{W}tc")] == list(told.headings)
        assert len(rows) == len(told.rows)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows), "a row stays on its page"


def test_the_page_number_is_that_of_the_decree(paper: Paper) -> None:
    file = WordFile(to_docx(paper.document))
    header = file.part("header")
    number = file.printed(header[0])
    assert (number.size in (13, 14), number.align, words(file.part("first"))) == (True, "center", "")
    assert all(section.find(f"{W}titlePg") is not None for section in file.sections)
