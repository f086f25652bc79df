"""What makes a produced Word file a real one: styles, footnotes, tables that Word can work with."""

from __future__ import annotations

import time
from dataclasses import replace
from io import BytesIO

import docx
import pytest

from dienhong.documents.blocks import Break, Paragraph, Table, Text, line_of
from dienhong.documents.layout import STYLES
from dienhong.documents.official import Appendix
from dienhong.documents.word import to_docx

from .papers import LETTER, REPORT, table
from .word_file import MM, W, WordFile, value, words

FILE = WordFile(to_docx(REPORT))


def test_python_docx_opens_it() -> None:
    opened = docx.Document(BytesIO(to_docx(REPORT)))
    assert opened.core_properties.title.startswith("Báo cáo Tổng hợp kết quả")
    assert opened.core_properties.language == "vi-VN"
    assert len(opened.sections) == 3


def test_every_paragraph_has_a_style_with_a_vietnamese_name() -> None:
    names = {style.name for code, style in STYLES.items() if code != "note"}
    assert {paragraph.name for paragraph in FILE.paragraphs} <= names
    assert all(any(ord(letter) > 127 for letter in name) for name in names)


def test_headings_make_an_outline() -> None:
    levels = [
        value(FILE.find(t).style.find(f"{W}pPr/{W}outlineLvl")) for t in ("BÁO CÁO", "I. ", "1. ", "1.1. ")
    ]
    assert levels == ["0", "1", "2", "3"]


def test_footnotes_stand_at_their_marks() -> None:
    notes = {value(n, "id"): words(n).strip() for n in FILE.part("footnotes").iter(f"{W}footnote")}
    marks = [
        (words(p), notes[value(mark, "id")])
        for p in FILE.body.iter(f"{W}p")
        for mark in p.iter(f"{W}footnoteReference")
    ]
    assert marks == [
        ("Đã ban hành 134 nghị quyết.", "Cấp huyện: 26; cấp xã: 108"),
        ("Chữ đậm và chữ nghiêng có chú.", "Thứ hai"),
        ("- Ý thứ hai;", "Thứ ba"),
        ("Số liệu.", "Thứ tư"),
    ]


def test_notes_follow_the_separators_in_order() -> None:
    ids = [int(value(note, "id")) for note in FILE.part("footnotes").iter(f"{W}footnote")]
    assert ids == [-1, 0, 1, 2, 3, 4]


def test_vietnamese_letters_of_points() -> None:
    points = [p.text[:2] for p in FILE.paragraphs if "Điểm" in p.text]
    assert points == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_tables_repeat_their_heads_and_keep_rows_whole() -> None:
    for data in FILE.tables("data_table"):
        rows = list(data.iter(f"{W}tr"))
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_tables_are_as_wide_as_the_text() -> None:
    widths = [sum(int(value(c, "w")) for c in t.iter(f"{W}gridCol")) * MM for t in FILE.tables("data_table")]
    assert widths == pytest.approx([165, 165, 252], abs=0.2)


def test_short_rows_and_given_widths() -> None:
    uneven = Table((), ((line_of("a"), line_of("b")), (line_of("c"),)), widths=(1, 3))
    (data,) = WordFile(to_docx(replace(LETTER, body=(uneven,)))).tables("data_table")
    assert [len(list(row.iter(f"{W}tc"))) for row in data.iter(f"{W}tr")] == [2, 2]
    first, second = (int(value(column, "w")) for column in data.iter(f"{W}gridCol"))
    assert second == pytest.approx(3 * first, abs=2)


def test_bold_italic_and_breaks_are_real() -> None:
    line = (Text("đậm", bold=True), Break(), Text("nghiêng", italic=True))
    file = WordFile(to_docx(replace(LETTER, body=(Paragraph(line), Paragraph(line_of("Hết."))))))
    bold, _, italic = file.find("đậm").paragraph.iter(f"{W}r")
    assert bold.find(f"{W}rPr/{W}b") is not None and bold.find(f"{W}rPr/{W}i") is None
    assert italic.find(f"{W}rPr/{W}i") is not None


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_docx(REPORT) == to_docx(replace(REPORT))


def test_three_thousand_rows_in_under_five_seconds() -> None:
    start = time.process_time()
    file = WordFile(to_docx(replace(REPORT, appendices=(Appendix("Kiến nghị", (table(3000),)),))))
    assert time.process_time() - start < 5
    assert len(list(file.tables("data_table")[-1].iter(f"{W}tr"))) == 3001
