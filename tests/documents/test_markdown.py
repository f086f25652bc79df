"""Markdown read into blocks, and written so that it reads back the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dienhong.documents.blocks import (
    Block,
    Break,
    Heading,
    Line,
    Listing,
    Note,
    Paragraph,
    Table,
    Text,
    line_of,
    plain,
    printable,
)
from dienhong.documents.markdown import blocks_to_markdown, escape_markdown, from_markdown

REPORT = """\
# PHẦN THỨ NHẤT

## I. Kết quả

Đã ban hành **134** nghị quyết[^nq], *trong đó* có
dòng tiếp\\
dòng mới.

- Ý một
  + Ý con
- Ý hai

3. Ba
4. Bốn

| TT | Nội dung | Số |
|:--:|----------|---:|
| 1  | a \\| b  | 05 |

[^nq]: Cấp huyện: 26.

    Cấp xã: 108.
"""


def test_what_a_report_is_written_with() -> None:
    note = Note((Text("Cấp huyện: 26."), Break(), Text("Cấp xã: 108.")))
    line: Line = (
        Text("Đã ban hành "),
        Text("134", bold=True),
        Text(" nghị quyết"),
        note,
        Text(", "),
        Text("trong đó", italic=True),
        Text(" có dòng tiếp"),
        Break(),
        Text("dòng mới."),
    )
    child = Listing(((Paragraph(line_of("Ý con")),),), "+")
    assert from_markdown(REPORT) == (
        Heading(1, line_of("PHẦN THỨ NHẤT")),
        Heading(2, line_of("I. Kết quả")),
        Paragraph(line),
        Listing(((Paragraph(line_of("Ý một")), child), (Paragraph(line_of("Ý hai")),))),
        Listing(((Paragraph(line_of("Ba")),), (Paragraph(line_of("Bốn")),)), "1", 3),
        Table(
            ((line_of("TT"), line_of("Nội dung"), line_of("Số")),),
            ((line_of("1"), line_of("a | b"), line_of("05")),),
            ("center", "left", "right"),
        ),
    )


def test_a_note_without_its_text_and_a_text_without_its_mark() -> None:
    assert from_markdown("Có[^1] gì\n\n[^2]: Không ai nhắc") == (Paragraph(line_of("Có[^1] gì")),)


def test_points_and_cells_of_a_note_stand_under_each_other() -> None:
    (paragraph,) = from_markdown("Có[^1]\n\n[^1]: - một\n    - hai\n\n    | a |\n    |---|\n    | b |")
    assert isinstance(paragraph, Paragraph) and isinstance(paragraph.line[1], Note)
    assert plain(paragraph.line[1].line) == "- một\n- hai\na\nb"


def test_a_table_whose_head_is_empty_has_none() -> None:
    (table,) = from_markdown("| | |\n|-|-|\n| a | b |")
    assert isinstance(table, Table) and table.header == () and len(table.rows) == 1


def test_lettered_points_are_written_as_they_print() -> None:
    points = Listing(tuple((Paragraph(line_of(w)),) for w in "mnopq"), "a")
    assert blocks_to_markdown([points]) == "a) m\n\nb) n\n\nc) o\n\nd) p\n\nđ) q\n"


characters = st.text(st.characters(codec="utf-8"), max_size=40)
letters = st.text("aăâđêôơưxyz0189 -+*_`[](){}<>|\\#.!~$^&:;'\"/=@%,", min_size=1, max_size=20)
shown = letters.map(str.strip).filter(bool)
looks = st.builds(Text, st.sampled_from(["đậm", "Tổ 3", "a"]), st.booleans(), st.booleans())


def spaced(parts: list[Text]) -> Line:
    """Texts with a space between them, those of one look joined."""
    line: list[Text] = []
    for part in parts:
        if line and (line[-1].bold, line[-1].italic) == (part.bold, part.italic):
            line[-1] = Text(f"{line[-1].text} {part.text}", part.bold, part.italic)
        elif line and not line[-1].bold and not line[-1].italic:
            line[-1:] = [Text(f"{line[-1].text} "), part]
        elif line:
            joined = Text(f" {part.text}") if not part.bold and not part.italic else None
            line += [joined] if joined else [Text(" "), part]
        else:
            line.append(part)
    return tuple(line)


lines = st.lists(st.one_of(looks, shown.map(Text)), min_size=1, max_size=4).map(spaced)
noted: st.SearchStrategy[Line] = st.builds(lambda line, note: (*line, Note(note)), lines, lines)
paragraphs = st.builds(Paragraph, st.one_of(lines, noted))
headings = st.builds(Heading, st.integers(1, 6), lines)
tables = st.builds(
    lambda head, rows: Table((head,), tuple(rows), ("left", "center")),
    st.tuples(lines, lines),
    st.lists(st.tuples(lines, lines), min_size=1, max_size=3),
)
listings = st.builds(
    Listing,
    st.lists(st.tuples(paragraphs), min_size=1, max_size=3).map(tuple),
    st.sampled_from(["-", "+", "1"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(paragraphs, headings, tables), min_size=1, max_size=4))
def test_blocks_read_back(blocks: list[Block]) -> None:
    assert from_markdown(blocks_to_markdown(blocks)) == tuple(blocks)


@settings(max_examples=80, deadline=None)
@given(listings)
def test_lists_read_back(listing: Listing) -> None:
    assert from_markdown(blocks_to_markdown([listing])) == (listing,)


@settings(max_examples=300, deadline=None)
@given(characters)
def test_escaped_data_reads_back_as_typed(data: str) -> None:
    (paragraph,) = from_markdown(f"x {escape_markdown(data)} y")
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.line) == f"x {printable(data)} y"


@pytest.mark.parametrize(
    "data", ["# x", "###", "- x", "+ x", "* x", "1. x", "12) x", "===", "---", "| a |", "[^1]: x", "> x"]
)
def test_escaped_data_begins_no_block(data: str) -> None:
    assert from_markdown(escape_markdown(data)) == (Paragraph(line_of(data)),)


@settings(max_examples=150, deadline=None)
@given(characters)
def test_nothing_typed_stops_the_reader(text: str) -> None:
    from_markdown(text)
