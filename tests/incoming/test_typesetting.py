"""The text comes out whole, with every finding at its own characters."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dienhong.checking import check
from dienhong.incoming.findings import KeptFinding, findings_of, kept
from dienhong.incoming.typesetting import Block, Piece, typeset

from .documents import LISTED, WRONG_SUM, report_text

TABLE = "| Thôn | Kiến nghị |\n| Một | 05 |\n| Hai | 06 |"
NOTED = "Đã giám sát 12 chuyên đề[^1] trong năm.\n\n[^1]: Huyện 05; xã 06.\n\nHết."


def finding(start: int, end: int, severity: str = "error", number: int = 1) -> KeptFinding:
    return KeptFinding(number, f"sum-{start}-{end}", "sum", severity, "", "", start, end)


def pieces_of(block: Block) -> list[Piece]:
    return [*block.pieces, *(piece for row in block.rows for cell in row for piece in cell)]


def marked(text: str, findings: list[KeptFinding]) -> dict[int, str]:
    """The characters under each finding, as they come out."""
    out: dict[int, str] = {}
    found = typeset(text, findings)
    for block in (*found.blocks, *found.notes):
        for piece in pieces_of(block):
            if piece.finding:
                out[piece.finding.number] = out.get(piece.finding.number, "") + piece.text
    return out


def test_a_finding_stands_at_its_words() -> None:
    text = report_text(WRONG_SUM, LISTED)
    findings = findings_of(kept(check(text)))
    words = marked(text, findings)
    assert all(words[one.number] == text[one.start : one.end] for one in findings)
    assert len(words) == 2


def test_tables_titles_items_and_notes_are_told_apart() -> None:
    text = report_text("I. Kết quả", "- một việc;", TABLE, NOTED)
    found = typeset(text, [])
    kinds = [block.kind for block in found.blocks]
    assert kinds == [
        "title",
        "title",
        "title",
        "title",
        "heading",
        "item",
        "table",
        "paragraph",
        "paragraph",
    ]
    table = found.blocks[6]
    assert [["".join(p.text for p in cell).strip() for cell in row] for row in table.rows] == [
        ["Thôn", "Kiến nghị"], ["Một", "05"], ["Hai", "06"]
    ]  # fmt: skip
    assert [piece.note for piece in found.blocks[7].pieces if piece.note] == ["1"]
    assert [(n.label, "".join(p.text for p in n.pieces)) for n in found.notes] == [("1", "Huyện 05; xã 06.")]


def test_a_finding_in_a_note_or_a_cell_is_marked_there() -> None:
    text = report_text(TABLE, NOTED)
    cell, note = text.index("06 |"), text.index("xã 06")
    words = marked(text, [finding(cell, cell + 2), finding(note, note + 5, number=2)])
    assert words == {1: "06", 2: "xã 06"}


def test_over_each_other_the_worse_shows_and_each_opens_once() -> None:
    text = "Đã tiếp 12 lượt (05 và 06) tại xã."
    first, second = finding(8, 25, "note", 1), finding(17, 19, "error", 2)
    block = typeset(text, [first, second]).blocks[0]
    assert [(p.text, p.finding and p.finding.number) for p in block.pieces if p.finding] == [
        ("12 lượt (", 1), ("05", 2), (" và 06)"[:6], 1)
    ]  # fmt: skip
    assert [one.number for piece in block.pieces for one in piece.opens] == [1, 2]


def test_a_place_without_letters_is_told_as_unplaced() -> None:
    text = "Một đoạn.\n\n\n\nHai đoạn."
    assert [one.number for one in typeset(text, [finding(11, 12)]).unplaced] == [1]
    at = finding(5, 5)
    assert typeset(text, [at]).unplaced == ()


@given(st.lists(st.sampled_from([WRONG_SUM, LISTED, TABLE, NOTED, "I. Mục", "- ý", "**đậm**", "", "x"]), max_size=12),
       st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60)), max_size=6))  # fmt: skip
def test_nothing_is_lost_doubled_or_moved(parts: list[str], places: list[tuple[int, int]]) -> None:
    text = "\n".join(parts)
    findings = [
        finding(start, min(start + length, len(text)), number=number)
        for number, (start, length) in enumerate(places, 1)
        if start < len(text)
    ]
    found = typeset(text, findings)
    shown = "".join(p.text for b in (*found.blocks, *found.notes) for p in pieces_of(b))
    letters = re.compile(r"[^\w]|_")
    bare = re.sub(r"\[\^1\]:?", "", text)
    assert sorted(letters.sub("", shown)) == sorted(letters.sub("", bare))
    opened = [one.number for b in (*found.blocks, *found.notes) for p in pieces_of(b) for one in p.opens]
    assert sorted(opened + [one.number for one in found.unplaced]) == sorted(one.number for one in findings)
