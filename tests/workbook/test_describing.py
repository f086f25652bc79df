"""docs/workbook.md says what the registers declare."""

from __future__ import annotations

from pathlib import Path

from dienhong.workbook.describing import describe

PAGE = Path(__file__).resolve().parents[2] / "docs" / "workbook.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == describe(), "dienhong template --out docs/workbook.md"


def test_every_sheet_and_every_key_is_in_it() -> None:
    page = describe()
    assert "## Kỳ họp" in page
    assert "`council_sessions.opens_on`" in page
    assert "thường lệ, chuyên đề, đột xuất" in page
