"""Files that are no workbook, or one that would fill the memory."""

from __future__ import annotations

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dienhong.kernel.errors import Unreadable
from dienhong.workbook import safety
from dienhong.workbook.grid import read_grids

from .files import row, workbook

SHEET = "xl/worksheets/sheet2.xml"
GOOD = workbook(row())


def repacked(change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None) -> bytes:
    """The good workbook with its parts changed and others added."""
    stream = BytesIO()
    with ZipFile(BytesIO(GOOD)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return stream.getvalue()


def with_sheet(old: bytes, new: bytes) -> bytes:
    return repacked(lambda name, content: content.replace(old, new) if name == SHEET else content)


def refusal(content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_grids(content)
    assert "\n" not in caught.value.sentence
    return caught.value.sentence


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"%PDF-1.7\n%",
        b"ten,tuoi\nLan,30\n",
        b"\x89PNG\r\n\x1a\n",
        GOOD[: len(GOOD) // 2],
        b"\x00" * 99,
    ],
    ids=["nothing", "a zip's first bytes", "pdf", "csv", "png", "cut off", "zeros"],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(content: bytes) -> None:
    assert refusal(content) == safety.NOT_A_WORKBOOK


def test_a_zip_of_something_else_is_refused() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refusal(stream.getvalue()) == safety.NOT_A_WORKBOOK


def test_old_spreadsheets_are_told_apart() -> None:
    ods = BytesIO()
    with ZipFile(ods, "w") as archive:
        archive.writestr("content.xml", "<a/>")
    assert refusal(ods.getvalue()) == safety.OLD_FORMAT
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
    assert refusal(ole) == safety.OLD_FORMAT
    assert refusal(ole + "EncryptedPackage".encode("utf-16-le")) == safety.LOCKED


def test_too_large_a_file_is_not_even_opened() -> None:
    assert "lớn quá 10 MB" in refusal(b"PK\x03\x04" + b"\x00" * safety.MOST_BYTES)


def test_a_bomb_that_says_its_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "MOST_UNPACKED", 2**20)
    assert "giải nén ra quá lớn" in refusal(repacked(lambda _, c: c, {"xl/media/a.bin": b"\x00" * 2**21}))


def test_a_bomb_that_hides_its_size_is_refused() -> None:
    bomb = repacked(lambda _, c: c, {"xl/media/a.bin": b"\x00" * 2**21})
    size = struct.pack("<I", 2**21)
    assert bomb.count(size) == 2
    assert refusal(bomb.replace(size, struct.pack("<I", 7))) == safety.NOT_A_WORKBOOK


def test_too_many_parts_are_refused() -> None:
    assert "giải nén ra quá lớn" in refusal(
        repacked(lambda _, c: c, {f"xl/{n}.xml": b"" for n in range(1001)})
    )


@pytest.mark.parametrize("place", [b"XFD1048576", b"A9999999", b"ZZZ9000"])
def test_one_cell_far_away_would_lay_out_the_whole_sheet(place: bytes) -> None:
    assert "ô ghi ở quá xa" in refusal(with_sheet(b'r="A1"', b'r="%s"' % place))


def test_empty_cells_far_away_are_only_formats() -> None:
    far = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    assert len(read_grids(with_sheet(b"</sheetData>", far))[1].grid) == 5


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="A1"', b""),
        (b'r="A1"', b'r="&#88;FD1048576"'),
        (b'<c r="A1"', b'<c x=y r="XFD1048576"'),
    ],
    ids=["no place", "a place in disguise", "attributes nobody writes"],
)
def test_cells_that_hide_where_they_are_are_refused(old: bytes, new: bytes) -> None:
    assert refusal(with_sheet(old, new)) == safety.NOT_A_WORKBOOK


def test_a_bracket_inside_an_attribute_hides_nothing() -> None:
    assert "quá xa" in refusal(with_sheet(b'<c r="A1"', b'<c x=">" r="XFD1048576"'))


def test_another_encoding_hides_nothing() -> None:
    wide = repacked(lambda name, c: c.decode().encode("utf-16") if name == SHEET else c)
    assert refusal(wide) == safety.NOT_A_WORKBOOK


def test_macros_are_left_alone() -> None:
    kind = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = repacked(lambda _, c: c.replace(plain, kind), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Shell"})
    assert read_grids(macros) == read_grids(GOOD)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=12))
def test_a_damaged_sheet_is_read_or_refused_but_never_crashes(place: int, junk: bytes) -> None:
    def damage(name: str, content: bytes) -> bytes:
        at = place % len(content)
        return content[:at] + junk + content[at + len(junk) :] if name.startswith("xl/") else content

    try:
        read_grids(repacked(damage))
    except Unreadable as error:
        assert error.sentence


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_but_never_crashes(place: int, junk: bytes) -> None:
    try:
        read_grids(GOOD[:place] + junk + GOOD[place + len(junk) :])
    except Unreadable as error:
        assert error.sentence
