"""The PDF: paper, fonts, language, order of the text, notes on the page of their mark, numbers of pages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from dienhong.documents.blocks import Paragraph, line_of
from dienhong.documents.metrics import text_width
from dienhong.documents.official import Appendix
from dienhong.documents.typesetting import to_pdf

from .papers import LETTER, MINUTES, REPORT, RESOLUTION, table

MM = 25.4 / 72
PDF = to_pdf(REPORT)


@pytest.fixture(scope="module")
def report() -> Iterator[pdfium.PdfDocument]:
    document = pdfium.PdfDocument(PDF)
    yield document
    document.close()


def text_of(page: pdfium.PdfPage) -> str:
    return str(page.get_textpage().get_text_range()).replace("\r\n", "\n")


def texts(pdf: bytes) -> list[str]:
    with pdfium.PdfDocument(pdf) as document:
        return [text_of(page) for page in document]


def test_paper(report: pdfium.PdfDocument) -> None:
    sizes = {tuple(round(side * MM) for side in page.get_size()) for page in report}
    assert sizes == {(210, 297), (297, 210)}


def test_every_font_is_embedded_and_times_like(report: pdfium.PdfDocument) -> None:
    for page in report:
        for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(text.raw)
            assert raw.FPDFFont_GetIsEmbedded(font) == 1
    assert set(re.findall(rb"/FontName\s*/[A-Z]{6}\+([\w-]+)", PDF)) <= {
        b"LiberationSerif",
        b"LiberationSerif-Bold",
        b"LiberationSerif-Italic",
        b"LiberationSerif-BoldItalic",
    }


def test_title_language_and_tags(report: pdfium.PdfDocument) -> None:
    assert report.get_metadata_dict()["Title"] == REPORT.title
    assert raw.FPDFCatalog_IsTagged(report.raw)
    assert re.search(rb"/Lang\s*\(vi-VN\)", PDF)


def test_order_of_the_text(report: pdfium.PdfDocument) -> None:
    text = text_of(report[0])
    parts = [
        "CỘNG HÒA",
        "Số: 04/BC-TTHĐND",
        "Suối Mơ, ngày 07 tháng 02 năm 2024",
        "BÁO CÁO",
        "I. KẾT QUẢ",
        "đ) Điểm năm",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_notes_stand_on_the_page_of_their_marks(report: pdfium.PdfDocument) -> None:
    for mark, note in [
        ("134 nghị quyết", "Cấp huyện: 26; cấp xã: 108"),
        ("Ý thứ hai", "Thứ ba"),
        ("Số liệu", "Thứ tư"),
    ]:
        (page,) = [text for text in map(text_of, report) if mark in text]
        assert note in page


def test_pages_are_numbered_from_the_second_of_each_section(report: pdfium.PdfDocument) -> None:
    firsts = [text_of(page).split("\n")[0].strip() for page in report]
    main = next(n for n, page in enumerate(report) if "Phụ lục 1" in text_of(page))
    second = next(n for n, page in enumerate(report) if "Phụ lục 2.1" in text_of(page))
    assert firsts[1:main] == [str(n) for n in range(2, main + 1)]
    assert [firsts[main], firsts[second]] == ["Phụ lục 1", "Phụ lục 2.1"]
    assert firsts[main + 1 : second] == [str(n) for n in range(2, second - main + 1)]


@pytest.mark.parametrize("lines", range(1, 30, 4))
def test_recipients_are_never_torn_apart(lines: int) -> None:
    filler = (Paragraph(line_of("Nội dung")),) * (20 + lines)
    for paper in (REPORT, MINUTES):
        pages = texts(to_pdf(replace(paper, body=filler, appendices=())))
        (page,) = [page for page in pages if "Nơi nhận:" in page]
        assert "- Lưu: VT, CTHĐ." in page


def test_heads_of_tables_repeat(report: pdfium.PdfDocument) -> None:
    main = next(n for n, page in enumerate(report) if "Phụ lục 1" in text_of(page))
    assert all("Nội dung kiến nghị" in text_of(report[n]) for n in (main, main + 1, main + 2))


def test_the_rule_under_the_device_is_as_long_as_the_device() -> None:
    with pdfium.PdfDocument(to_pdf(RESOLUTION)) as document:
        paths = document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
        lengths = [(right - left) * MM for left, _, right, _ in (path.get_bounds() for path in paths)]
    assert any(
        length == pytest.approx(text_width("Độc lập - Tự do - Hạnh phúc", 14, bold=True), abs=0.6)
        for length in lengths
    )


def test_widths_are_those_of_the_printed_text() -> None:
    """What the rules are measured by is what the typesetter prints."""
    line = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    with pdfium.PdfDocument(to_pdf(RESOLUTION)) as document:
        text = document[0].get_textpage()
        start = text.get_text_range().index(line)
        boxes = [text.get_charbox(n, loose=True) for n in range(start, start + len(line))]
    printed = (max(b[2] for b in boxes) - min(b[0] for b in boxes)) * MM
    assert printed == pytest.approx(text_width(line, 13, bold=True), rel=0.01)


def test_a_blank_number_and_day_before_issue() -> None:
    text = texts(to_pdf(LETTER))[0]
    assert re.search(r"Số:\s+/TTHĐND-TH", text)
    assert re.search(r"ngày\s+tháng\s+năm 2024", text)


def processor_time() -> float:
    """Seconds of this process and of the programs that it waited for; what else the machine does is left out."""
    return sum(os.times()[:4])


def test_three_thousand_rows_in_under_five_seconds() -> None:
    start = processor_time()
    pdf = to_pdf(replace(REPORT, appendices=(Appendix("Kiến nghị", (table(3000),)),)))
    assert processor_time() - start < 5
    assert "Thôn 3000, xã" in " ".join(texts(pdf)[-1].split())


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_pdf(LETTER) == to_pdf(replace(LETTER))
