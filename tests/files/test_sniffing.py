"""What a file is, whatever its name says; what is refused, each with one sentence."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.files import sniffing
from dienhong.files.kinds import FileKind
from dienhong.files.sniffing import kind_of
from dienhong.kernel.errors import Refused

from ..checking.files import bomb, locked_pdf, lying_bomb, opendocument, paragraph, pdf, zipped
from ..checking.files import word as bare_word
from ..incoming.documents import word

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def locked_zip() -> bytes:
    """The flag that says that a member is encrypted, set in both of its headers."""
    plain = bytearray(bare_word(paragraph("Kín")))
    plain[6] |= 1
    plain[plain.index(b"PK\x01\x02") + 8] |= 1
    return bytes(plain)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (word("Nội dung"), FileKind.WORD),
        (bare_word(paragraph("Nội dung")), FileKind.WORD),
        (zipped(xl__workbook_xml="<workbook/>"), FileKind.EXCEL),
        (opendocument("<text:p>Nội dung</text:p>"), FileKind.OPEN_TEXT),
        (pdf([[(72, 700, 13, "Noi dung")]]), FileKind.PDF),
        ("BÁO CÁO năm 2023".encode(), FileKind.TEXT),
        ("# Báo cáo\n\n- một".encode(), FileKind.TEXT),
        (b"<!doctype html><p>hai ba", FileKind.PAGE),
        (PIXEL, FileKind.PNG),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(50), FileKind.JPEG),
    ],
)
def test_what_is_kept(data: bytes, kind: FileKind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", sniffing.EMPTY),
        (b" \n ", sniffing.EMPTY),
        (b"MZ\x90\x00" + bytes(100), sniffing.PROGRAM),
        (b"\x7fELF" + bytes(100), sniffing.PROGRAM),
        (b"#!/bin/sh\nrm", sniffing.PROGRAM),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), sniffing.OLD_OFFICE),
        (b"{\\rtf1 chao}", sniffing.RICH_TEXT),
        (zipped(word__document_xml="<w/>", word__vbaProject_bin=b"x"), sniffing.MACROS),
        (zipped(anything_txt="x"), sniffing.OTHER_ZIP),
        (b"PK\x03\x04 broken", "bị hỏng"),
        (locked_zip(), "mật khẩu"),
        (locked_pdf(), sniffing.LOCKED_PDF),
        (b"%PDF-1.4 broken", sniffing.DAMAGED_PDF),
        (b"GIF89a" + bytes(60), sniffing.UNKNOWN),
        (bytes(range(256)) * 4, sniffing.UNKNOWN),
    ],
)
def test_what_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        kind_of(data)
    assert sentence in refused.value.sentence


@pytest.mark.parametrize("data", [bomb(), lying_bomb(300_000_000)], ids=["bomb", "lying bomb"])
def test_a_swollen_zip_is_not_opened(data: bytes) -> None:
    try:
        assert kind_of(data) is FileKind.WORD  # its small directory lies: the reader counts what comes out
    except Refused as refused:
        assert "bất thường" in refused.sentence


@given(st.binary(max_size=300))
def test_any_bytes_are_a_kind_or_a_sentence(data: bytes) -> None:
    try:
        assert kind_of(data) in FileKind
    except Refused as refused:
        assert refused.sentence.endswith(".")
