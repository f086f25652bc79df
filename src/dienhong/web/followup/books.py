"""A preview of a body's workbook as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dienhong.vietnamese.numerals import format_count
from dienhong.workbook.preview import Preview, Row, State

WORDS = {
    State.NEW: ("due_soon", "sẽ ghi"),
    State.SAME: ("neutral", "đã ghi từ trước"),
    State.ERROR: ("overdue", "sai"),
}
"""How a row looks, and its word."""


def preview_context(preview: Preview) -> dict[str, Any]:
    """Rows, what is wrong, the counts in words, and what the button would record."""
    counts = preview.counts
    return {
        "rows": [_shown(row) for row in preview.rows],
        "counts": list(_counts(counts)),
        "fingerprint": preview.fingerprint,
        "new": 0 if preview.has_errors else counts[State.NEW],
        "wrong": counts[State.ERROR],
    }


def _counts(counts: dict[str, int]) -> Iterator[tuple[str, str]]:
    words = {State.NEW: "trả lời mới", State.SAME: "đã ghi từ trước", State.ERROR: "dòng sai"}
    return ((WORDS[s][0], f"{format_count(counts[s])} {word}") for s, word in words.items() if counts[s])


def _shown(row: Row) -> dict[str, Any]:
    tone, word = WORDS[row.state]
    said = {change.label: change.new for change in row.changes}
    return {"row": row, "tone": tone, "word": word, "said": [f"{k}: {v}" for k, v in said.items() if v]}
