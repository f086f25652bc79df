"""The Word file as another office program lays it out; skipped where LibreOffice is not installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from dienhong.documents.metrics import FONTS
from dienhong.documents.word import to_docx

from .papers import REPORT

SOFFICE = shutil.which("soffice")
FONT_CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{folder}/cache</cachedir>
<alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias>
</fontconfig>"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder: Path = tmp_path_factory.mktemp("office")
    file = folder / "bao-cao.docx"
    file.write_bytes(to_docx(REPORT))
    fonts = folder / "fonts.conf"
    fonts.write_text(FONT_CONFIGURATION.format(fonts=FONTS, folder=folder))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
    )
    with pdfium.PdfDocument(file.with_suffix(".pdf")) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


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
