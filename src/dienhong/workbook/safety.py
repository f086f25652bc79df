"""Whether an uploaded file is a workbook that may be opened: kind, size, and what it would unpack to.

A workbook is a zip of XML. Its reader unpacks every part and lays every sheet out as a full rectangle, so that a
file of a few kilobytes could fill the memory: both are measured before it is opened. Macros are not even read.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import puremagic

from dienhong.kernel.errors import Unreadable

MOST_BYTES = 10 * 2**20
MOST_UNPACKED = 100 * 2**20
MOST_PARTS = 1_000
MOST_CELLS = 2_000_000
"""The most of each that is read: the file, all its parts unpacked, parts, cells of the rectangle of one sheet."""

_WORKBOOK_PART = "xl/workbook.xml"
_CELL_BEGINS = re.compile(rb"<(?:\w+:)?c[\s/>]")
_OTHER = rb"(?:\s++(?!r[\s=])[\w:.-]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'))*+"
_PLACE = rb"\s++r\s*+=\s*+[\"']([A-Z]{1,3})([0-9]{1,7})[\"']"
_CELL = re.compile(rb"<(?:\w+:)?c" + _OTHER + _PLACE + _OTHER + rb"\s*+(/?)>")
"""A cell's column, row and whether it is empty. Nothing is tried twice: no file can make the search take long."""

_OLD_EXTENSIONS = frozenset({".xls", ".xlsb", ".ods", ".doc"})

NOT_A_WORKBOOK = (
    "Tệp này không phải là sổ Excel (.xlsx) hoặc đã hỏng; hãy mở bằng Excel rồi lưu lại dạng .xlsx."
)
OLD_FORMAT = "Tệp này là bảng tính dạng cũ; hãy mở ra rồi lưu lại dạng Excel Workbook (.xlsx)."
LOCKED = "Tệp này có mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi lưu lại."


def require_safe(content: bytes) -> None:
    """Raise Unreadable, in one sentence, for anything but a workbook of sensible size."""
    if len(content) > MOST_BYTES:
        raise Unreadable(
            f"Tệp lớn quá {MOST_BYTES // 2**20} MB nên không nhận; hãy bỏ bớt ảnh và trang thừa."
        )
    if not content.startswith(b"PK\x03\x04"):
        raise Unreadable(_what_it_is(content))
    try:
        with ZipFile(BytesIO(content)) as archive:
            _require_modest(archive)
    except (
        BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        raise Unreadable(NOT_A_WORKBOOK) from error


def _what_it_is(content: bytes) -> str:
    """Old spreadsheets are told from what is none; a workbook with a password is wrapped in the old format."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return LOCKED
    try:
        kinds = {match.extension for match in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        return NOT_A_WORKBOOK
    return OLD_FORMAT if kinds & _OLD_EXTENSIONS else NOT_A_WORKBOOK


def _require_modest(archive: ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable("Tệp giải nén ra quá lớn nên không nhận; hãy dùng mẫu và chép số liệu sang.")
    names = [part.filename for part in parts]
    if _WORKBOOK_PART not in names:
        raise Unreadable(OLD_FORMAT if {"xl/workbook.bin", "content.xml"} & set(names) else NOT_A_WORKBOOK)
    if len(set(names)) < len(names):
        raise Unreadable(NOT_A_WORKBOOK)
    for part in parts:
        # Reading to the end compares the checksum: a part that is larger than it says does not pass.
        unpacked = archive.read(part)
        if part.filename.endswith((".xml", ".rels")) and b"\x00" in unpacked:
            raise Unreadable(NOT_A_WORKBOOK)
        if b"sheetData" in unpacked:
            _require_small(unpacked)


def _require_small(sheet: bytes) -> None:
    """Refuse a sheet whose filled cells span more than ``MOST_CELLS``, or do not say where they are."""
    cells = _CELL.findall(sheet)
    if len(cells) < len(_CELL_BEGINS.findall(sheet)):
        raise Unreadable(NOT_A_WORKBOOK)
    rows = {row for _, row, closed in cells if not closed}
    columns = {column for column, _, closed in cells if not closed}
    if max(map(int, rows), default=1) * max(map(_column_number, columns), default=1) > MOST_CELLS:
        raise Unreadable(
            "Trang tính có ô ghi ở quá xa (dòng hoặc cột rất lớn); hãy xóa các ô thừa ấy rồi lưu lại."
        )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
