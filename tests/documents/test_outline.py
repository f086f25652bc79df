"""Numbers of headings and letters of points."""

from __future__ import annotations

from dienhong.documents.blocks import Heading, Listing, Paragraph, Table, line_of, plain
from dienhong.documents.outline import letter, numbered, unlisted


def test_letters_follow_the_decree() -> None:
    assert "".join(letter(n) for n in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"
    assert [letter(24), letter(25)] == ["aa", "bb"]


def test_headings_are_numbered_by_level() -> None:
    levels = [1, 2, 3, 4, 4, 5, 5, 6, 3, 4, 2, 3]
    blocks = [Heading(level, line_of("x")) for level in levels]
    printed = [plain(b.line) for b in numbered([*blocks, Paragraph(line_of("p"))]) if isinstance(b, Heading)]
    assert printed == [
        "x", "I. x", "1. x", "1.1. x", "1.2. x", "a) x", "b) x", "- x", "2. x", "2.1. x", "II. x", "1. x",
    ]  # fmt: skip


def test_points_become_paragraphs_with_their_markers() -> None:
    inner = Listing(((Paragraph(line_of("con")),),), "+")
    table = Table((), ((line_of("ô"),),))
    points = Listing(((Paragraph(line_of("một")), inner), (table,)), "1", 3)
    assert list(unlisted([points])) == [
        Paragraph((*line_of("3. "), *line_of("một"))),
        Paragraph((*line_of("+ "), *line_of("con"))),
        Paragraph(line_of("4.")),
        table,
    ]
