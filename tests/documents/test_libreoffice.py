"""The Word file as another office program lays it out; skipped where LibreOffice is not installed."""

from __future__ import annotations

import pytest

from dienhong.documents.word import to_docx

from .libreoffice import pages_of
from .papers import REPORT


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return pages_of(to_docx(REPORT), tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("134 nghị quyết1", "1 Cấp huyện: 26; cấp xã: 108"),
        ("có chú2", "2 Thứ hai"),
        ("Ý thứ hai3", "3 Thứ ba"),
        ("Số liệu4", "4 Thứ tư"),
    ],
)
def test_the_right_note_stands_at_each_mark(pages: list[str], mark: str, note: str) -> None:
    bare = ["".join(page.split()) for page in pages]
    (page,) = [page for page in bare if "".join(mark.split()) in page]
    assert "".join(note.split()) in page


def test_no_page_is_empty_and_appendices_count_their_own(pages: list[str]) -> None:
    assert all(len(page) > 100 for page in pages)
    firsts = [page.split("\n")[0].strip() for page in pages]
    assert firsts.count("2") == 3  # the second page of the report and of both appendices
    assert [first for first in firsts if first.startswith("Phụ lục")] == ["Phụ lục 1", "Phụ lục 2.1"]


def test_heads_of_tables_repeat(pages: list[str]) -> None:
    assert sum("Nội dung kiến nghị" in page for page in pages) >= 6
