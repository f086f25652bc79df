"""Widths of columns: no broken word while there is room, the whole width used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.documents.blocks import Table, line_of
from dienhong.documents.metrics import text_width
from dienhong.documents.tables import MARGIN, column_widths

from .papers import table

HEADS = ("TT", "Đơn vị", "Tổng số kiến nghị", "Đã giải quyết xong", "Đang giải quyết", "Tỷ lệ (%)", "Ghi chú")


def test_narrow_columns_hold_their_longest_word() -> None:
    rows = tuple(
        tuple(map(line_of, (str(n), "Xã Nà Hẩu", "44", "19", "25", "43,2", "kéo dài " * 9)))
        for n in range(12)
    )
    widths = column_widths(Table((tuple(map(line_of, HEADS)),), rows), 165)
    for head, width in zip(HEADS, widths, strict=True):
        assert max(text_width(word, 13, bold=True) for word in head.split()) + 2 * MARGIN < width


def test_prose_gets_more_than_numbers() -> None:
    number, _, prose, _, day = column_widths(table(5), 165)
    assert number < day < prose


def test_given_shares_are_kept() -> None:
    assert column_widths(Table((), ((line_of("a"), line_of("b")),), widths=(1, 3)), 160) == (40, 120)


def test_given_shares_break_no_word_while_there_is_room() -> None:
    words = ("29/5-02/6/2023", "kéo dài " * 20)
    narrow, wide = column_widths(Table((), (tuple(map(line_of, words)),), widths=(1, 9)), 100)
    assert narrow > text_width(words[0], 13) and narrow + wide == pytest.approx(100)
    assert column_widths(Table((), ((line_of("a" * 60), line_of("b")),), widths=(1, 1)), 50) == (25, 25)


cells = st.text("ab đ", max_size=60).map(line_of)


@given(
    st.lists(st.lists(cells, min_size=1, max_size=9).map(tuple), min_size=1, max_size=5), st.floats(50, 260)
)
def test_columns_fill_the_width(rows: list[tuple[object, ...]], width: float) -> None:
    widths = column_widths(Table((), tuple(rows)), width)  # type: ignore[arg-type]
    assert len(widths) == max(map(len, rows)) and min(widths) > 0
    assert sum(widths) == pytest.approx(width)
