"""Every measure of Decree 30/2020/NĐ-CP, appendix I, read back from the Word file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dienhong.documents.metrics import text_width
from dienhong.documents.word import to_docx

from .papers import LETTER, MINUTES, REPORT, RESOLUTION
from .word_file import MM, W, WordFile, value, words

PAPERS = {
    name: WordFile(to_docx(paper))
    for name, paper in {
        "report": REPORT,
        "letter": LETTER,
        "resolution": RESOLUTION,
        "minutes": MINUTES,
    }.items()
}

# paper, beginning of the paragraph, sizes allowed, bold, italic, alignment (section 2.2 of the facts)
PARTS = [
    ("report", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (12, 13), True, False, "center"),
    ("report", "Độc lập - Tự do - Hạnh phúc", (13, 14), True, False, "center"),
    ("report", "HỘI ĐỒNG NHÂN DÂN", (12, 13), False, False, "center"),
    ("report", "THƯỜNG TRỰC", (12, 13), True, False, "center"),
    ("report", "Số: 04/BC-TTHĐND", (13,), False, False, "center"),
    ("report", "Suối Mơ, ngày 07 tháng 02 năm 2024", (13, 14), False, True, "center"),
    ("report", "BÁO CÁO", (13, 14), True, False, "center"),
    ("report", "Tổng hợp kết quả", (13, 14), True, False, "center"),
    ("report", "Trong năm", (13, 14), False, False, "both"),
    ("report", "I. KẾT QUẢ", (13, 14), True, False, "both"),
    ("report", "Nơi nhận:", (12,), True, True, "left"),
    ("report", "- Thường trực HĐND tỉnh (báo cáo);", (11,), False, False, "left"),
    ("report", "TM. THƯỜNG TRỰC HĐND", (13, 14), True, False, "center"),
    ("report", "KT. CHỦ TỊCH", (13, 14), True, False, "center"),
    ("report", "PHÓ CHỦ TỊCH", (13, 14), True, False, "center"),
    ("report", "Nguyễn Thị Ánh Dương", (13, 14), True, False, "center"),
    ("report", "Phụ lục 1", (14,), True, False, "center"),
    ("report", "NỘI DUNG CHẤT VẤN", (13, 14), True, False, "center"),
    ("report", "(Kèm theo Báo cáo số 04/BC-TTHĐND", (13, 14), False, True, "center"),
    ("letter", "V/v kiểm tra lại số liệu", (12, 13), False, False, "center"),
    ("letter", "Kính gửi:", (13, 14), False, False, "left"),
    ("letter", "- Thường trực Hội đồng nhân dân xã Đá Bạc;", (13, 14), False, False, "left"),
    ("letter", "- Thường trực Hội đồng nhân dân xã Nà Hẩu.", (13, 14), False, False, "left"),
    ("resolution", "Căn cứ Luật Tổ chức chính quyền địa phương;", (13, 14), False, True, "both"),
    ("resolution", "Căn cứ Luật Ngân sách nhà nước.", (13, 14), False, True, "both"),
    ("resolution", "Số: 16/2023/NQ-HĐND", (13,), False, False, "center"),
    ("resolution", "QUYẾT NGHỊ:", (13, 14), True, False, "center"),
]


@pytest.mark.parametrize(("paper", "start", "sizes", "bold", "italic", "align"), PARTS)
def test_part(paper: str, start: str, sizes: tuple[int, ...], bold: bool, italic: bool, align: str) -> None:
    part = PAPERS[paper].find(start)
    assert part.size in sizes
    assert (part.bold, part.italic, part.align) == (bold, italic, align)


def test_paper_is_a4_with_the_margins_of_the_decree() -> None:
    for section in PAPERS["report"].sections[:2]:
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert (int(value(size, "w")), int(value(size, "h"))) == (11906, 16838)
        lengths = {side: int(value(margins, side)) * MM for side in ("top", "bottom", "left", "right")}
        assert 19.9 <= lengths["top"] <= 25 and 19.9 <= lengths["bottom"] <= 25
        assert 29.9 <= lengths["left"] <= 35 and 14.9 <= lengths["right"] <= 20


def test_typeface_and_language() -> None:
    run = PAPERS["report"].part("styles").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert run is not None
    fonts = run.find(f"{W}rFonts")
    assert {value(fonts, kind) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    assert value(run.find(f"{W}lang")) == "vi-VN"
    assert value(run.find(f"{W}color")) == "000000"


@pytest.mark.parametrize("start", ["Trong năm", "Đã ban hành 134", "a) Điểm một"])
def test_body_is_indented_spaced_and_justified(start: str) -> None:
    body = PAPERS["report"].find(start)
    assert body.mm("ind", "firstLine") == pytest.approx(12.7, abs=0.02)
    assert body.points("after") >= 6
    assert 240 <= body.mm("spacing", "line") / MM <= 360  # single to one and a half
    assert body.align == "both"


def test_page_number_stands_in_the_top_margin_from_page_two() -> None:
    paper = PAPERS["report"]
    header = paper.part("header")
    number = paper.printed(header[0])
    assert "PAGE" in "".join(e.text or "" for e in header.iter(f"{W}instrText"))
    assert (number.size, number.align, number.bold, number.italic) == (14, "center", False, False)
    assert words(paper.part("first")) == ""
    for section in paper.sections:
        assert section.find(f"{W}titlePg") is not None
        margins = section.find(f"{W}pgMar")
        assert int(value(margins, "header")) + 14 * 20 < int(value(margins, "top"))


def rule_after(paper: str, start: str) -> float:
    """The length in mm of the rule that follows a paragraph."""
    file = PAPERS[paper]
    place = next(n for n, p in enumerate(file.paragraphs) if p.text.startswith(start))
    rule = next(p for p in file.paragraphs[place:] if p.paragraph.find(f"{W}pPr/{W}pBdr") is not None)
    column = next(
        (
            int(value(cell.find(f"{W}tcPr/{W}tcW"), "w")) * MM
            for cell in file.body.iter(f"{W}tc")
            if rule.paragraph in list(cell)
        ),
        165,
    )
    left, right = rule.mm("ind", "left"), rule.mm("ind", "right")
    assert left == pytest.approx(right, abs=0.1)
    return column - left - right


def test_the_rule_under_the_device_is_as_long_as_the_device() -> None:
    width = text_width("Độc lập - Tự do - Hạnh phúc", 14, bold=True)
    assert rule_after("report", "Độc lập") == pytest.approx(width, abs=0.2)


@pytest.mark.parametrize(
    ("paper", "start", "longest", "size"),
    [
        ("report", "THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN", 13),
        ("resolution", "HỘI ĐỒNG NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", 13),
        ("report", "Tổng hợp", "Tổng hợp kết quả hoạt động của Hội đồng nhân dân huyện, xã", 14),
        ("minutes", "Phiên họp", "Phiên họp tháng 01 năm 2024", 14),
    ],
)
def test_other_rules_are_a_third_to_a_half_of_the_text(
    paper: str, start: str, longest: str, size: int
) -> None:
    width = text_width(longest, size, bold=True)
    assert width / 3 <= rule_after(paper, start) <= width / 2


def test_head_stands_side_by_side_number_level_with_date() -> None:
    head = PAPERS["report"].tables("NoTable")[0]
    rows = [[words(cell) for cell in row.iter(f"{W}tc")] for row in head.iter(f"{W}tr")]
    assert rows[0][0].startswith("HỘI ĐỒNG NHÂN DÂN\nHUYỆN SUỐI MƠTHƯỜNG TRỰC")
    assert rows[0][1].startswith("CỘNG HÒA")
    assert rows[1] == ["Số: 04/BC-TTHĐND", "Suối Mơ, ngày 07 tháng 02 năm 2024"]


def test_the_motto_fits_on_one_line() -> None:
    head = PAPERS["report"].tables("NoTable")[0]
    column = int(value(list(head.iter(f"{W}gridCol"))[1], "w")) * MM
    assert text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True) < column


def test_dashes_of_addressees_stand_under_the_colon() -> None:
    letter = PAPERS["letter"]
    name, item = letter.find("Kính gửi:"), letter.find("- Thường trực Hội đồng nhân dân xã Đá Bạc")
    colon = name.mm("ind", "left") + text_width("Kính gửi", 14)
    assert item.mm("ind", "left") - item.mm("ind", "hanging") == pytest.approx(colon, abs=0.5)


def test_matter_of_a_letter_stands_six_points_under_the_number() -> None:
    matter = PAPERS["letter"].find("V/v")
    assert matter.points("before") == pytest.approx(6)
    assert not any(p.text == "CÔNG VĂN" for p in PAPERS["letter"].paragraphs)


def test_recipients_left_level_with_the_signature_right() -> None:
    (closing,) = PAPERS["report"].tables("NoTable")[1:]
    ((left, right),) = [list(row.iter(f"{W}tc")) for row in closing.iter(f"{W}tr")]
    received = [words(p) for p in left.iter(f"{W}p")]
    assert received[0] == "Nơi nhận:" and received[-1] == "- Lưu: VT, CTHĐ."
    assert received[3:5] == ["- Văn phòng HĐND và UBND huyện;", "+ CVP, các PVP;"]
    assert [words(p) for p in right.iter(f"{W}p")] == [
        "TM. THƯỜNG TRỰC HĐND",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Thị Ánh Dương",
    ]


def test_last_words_end_the_document_and_stay_with_the_signature() -> None:
    last = PAPERS["report"].find("Trên đây")
    assert last.text.endswith("huyện./.")
    assert last.paragraph.find(f"{W}pPr/{W}keepNext") is not None


def test_appendices_begin_a_page_and_count_their_own() -> None:
    paper = PAPERS["report"]
    assert len(paper.sections) == 3
    assert [value(s.find(f"{W}pgNumType"), "start") for s in paper.sections] == ["1", "1", "1"]
    assert {value(s.find(f"{W}type")) for s in paper.sections} == {"nextPage"}
    assert [value(s.find(f"{W}pgSz"), "orient") for s in paper.sections] == ["", "", "landscape"]


def test_an_electronic_document_leaves_blank_whose_appendix_it_is() -> None:
    file = WordFile(to_docx(replace(REPORT, electronic=True)))
    assert "04/BC-TTHĐND" not in file.find("(Kèm theo Báo cáo số").text
    assert file.find("Số: 04/BC-TTHĐND")


def test_minutes_carry_two_signatures_and_then_the_recipients() -> None:
    paper = PAPERS["minutes"]
    rows = [[words(c) for c in row.iter(f"{W}tc")] for row in paper.tables("NoTable")[1].iter(f"{W}tr")]
    assert rows[1] == ["Lê Thị Hoa", "Nguyễn Thị Ánh Dương"]
    texts = [p.text for p in paper.paragraphs]
    assert texts.index("Nơi nhận:") > texts.index("Lê Thị Hoa")
