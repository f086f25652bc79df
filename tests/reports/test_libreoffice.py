"""The yearly summary as another office program lays it out: the right note stands at each mark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dienhong.accounts.models import User
from dienhong.documents.blocks import Block, Heading, Note, Paragraph, plain
from dienhong.documents.outline import unlisted
from dienhong.documents.word import to_docx
from dienhong.organisations.models import Council

from ..documents.libreoffice import pages_of
from .test_annual_summary import summary
from .year import fill


def marks(body: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """Of every note the words before its mark and the words with which it begins."""
    for block in unlisted(body):
        if isinstance(block, Heading | Paragraph):
            for place, inline in enumerate(block.line):
                if isinstance(inline, Note):
                    yield plain(block.line[:place])[-24:], plain(inline.line)[:30]


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.usefixtures("whole_catalogue")
def test_the_right_note_stands_at_each_mark(
    district: Council,
    commune: Council,
    sister: Council,
    district_clerk: User,
    clerk: User,
    sister_clerk: User,
    tmp_path: Path,
) -> None:
    fill(district, commune, sister, district_clerk, clerk, sister_clerk)
    document = summary(district).document
    pages = [bare(page) for page in pages_of(to_docx(document), tmp_path)]
    noted = list(marks(document.body))
    wrong = [
        (number, before)
        for number, (before, note) in enumerate(noted, start=1)
        if not any(f"{bare(before)}{number}" in page and f"{number}{bare(note)}" in page for page in pages)
    ]
    assert len(noted) > 8 and wrong == []
    assert all(len(page) > 60 for page in pages)
    assert sum("Phụlục1" in page[:20] for page in pages) == 1
