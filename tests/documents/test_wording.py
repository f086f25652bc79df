"""What the decree has printed around a body."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from dienhong.documents.blocks import Block, Heading, Listing, Note, Paragraph, Table, Text, line_of, plain
from dienhong.documents.metrics import FONTS, text_width
from dienhong.documents.official import Issuer
from dienhong.documents.wording import Piece, ended, issuing_head, opening

from .papers import LETTER, REPORT


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Ủy ban nhân dân xã Tre", "ỦY BAN NHÂN DÂN XÃ TRE"),
        ("Hội đồng nhân dân huyện Suối Mơ", "HỘI ĐỒNG NHÂN DÂN\nHUYỆN SUỐI MƠ"),
        (
            "Ban Văn hóa - Xã hội Hội đồng nhân dân phường Nậm La",
            "BAN VĂN HÓA - XÃ HỘI\nHỘI ĐỒNG NHÂN DÂN\nPHƯỜNG NẬM LA",
        ),
        ("Thường trực\nHội đồng", "THƯỜNG TRỰC\nHỘI ĐỒNG"),
    ],
)
def test_names_break_before_the_unit(name: str, printed: str) -> None:
    piece = issuing_head(replace(LETTER, issuer=Issuer(name, "X", "Y")))[0]
    assert isinstance(piece, Piece) and plain(piece.line) == printed


def test_one_addressee_stands_on_the_line_of_the_greeting() -> None:
    (piece,) = opening(replace(LETTER, addressees=("Ủy ban nhân dân huyện",)))
    assert isinstance(piece, Piece)
    assert (piece.style, plain(piece.line)) == ("addressee", "Kính gửi: Ủy ban nhân dân huyện")


@pytest.mark.parametrize("end", ["", ".", " .", "./.", ";"])
def test_the_last_words_get_their_end_once(end: str) -> None:
    body: tuple[Block, ...] = (Paragraph(line_of("Hết" + end)),)
    (last,) = ended(body)
    assert isinstance(last, Paragraph) and plain(last.line) == "Hết./."


def test_a_note_at_the_end_keeps_its_place() -> None:
    (last,) = ended((Paragraph((Text("Hết"), Note(line_of("n")), Text("."))),))
    assert isinstance(last, Paragraph)
    assert plain(last.line) == "Hết./." and isinstance(last.line[1], Note)


def test_the_end_of_a_list_ends_the_body_a_table_or_heading_does_not() -> None:
    (listing,) = ended((Listing(((Paragraph(line_of("một;")),), (Paragraph(line_of("hai;")),))),))
    assert isinstance(listing, Listing) and listing.items[1] == (Paragraph((Text("hai"), Text("./."))),)
    for block in (Table((), ()), Heading(2, line_of("I"))):
        assert ended((block,)) == (block,)


def test_title_of_the_file() -> None:
    assert REPORT.title.startswith("Báo cáo Tổng hợp kết quả") and "\n" not in REPORT.title


def test_widths_are_those_of_times() -> None:
    """Em widths of Times, in thousandths: A 722, a 444, space 250; bold A 722, a 500; đ as d."""
    em = 1000 / 25.4 * 72
    assert round(text_width("Aa ", em)) == 1416
    assert round(text_width("Aa", em, bold=True)) == 1222
    assert text_width("Đđ", 14) == pytest.approx(text_width("Dd", 14))


def test_fonts_are_those_of_the_package() -> None:
    lines = (FONTS / "SHA256SUMS").read_text(encoding="ascii").split("\n")
    sums = dict(reversed(line.split()) for line in lines if line)
    assert sums == {path.name: sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")}
    assert "SIL Open Font License" in (FONTS / "LICENSE.txt").read_text(encoding="utf-8")
