"""A Word file as another office program lays it out, page by page."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from dienhong.documents.metrics import FONTS

SOFFICE = shutil.which("soffice")
FONT_CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{folder}/cache</cachedir>
<alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias>
</fontconfig>"""


def pages_of(word: bytes, folder: Path) -> list[str]:
    """The text of every page; the test is skipped where LibreOffice is not installed, but never in CI."""
    if SOFFICE is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not installed")
        pytest.skip("LibreOffice is not installed")
    file, fonts = folder / "bao-cao.docx", folder / "fonts.conf"
    file.write_bytes(word)
    fonts.write_text(FONT_CONFIGURATION.format(fonts=FONTS, folder=folder))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=environment)
    with pdfium.PdfDocument(file.with_suffix(".pdf")) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
