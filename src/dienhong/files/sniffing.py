"""What an uploaded file is, told by its content; programs, macros, locked and swollen files are refused."""

from __future__ import annotations

import puremagic
import pypdfium2

from dienhong.checking.document import Limits, Unreadable
from dienhong.checking.readers.archive import Archive
from dienhong.checking.readers.page import read_page
from dienhong.checking.readers.plain import decode, with_words
from dienhong.files.kinds import FileKind
from dienhong.kernel.errors import Refused

EMPTY = "Tệp rỗng."
PROGRAM = "Tệp là chương trình chạy được, không phải văn bản; hệ thống không nhận."
MACROS = "Tệp có macro; hãy lưu lại thành .docx hoặc .xlsx không có macro rồi gửi."
OLD_OFFICE = (
    "Tệp Office kiểu cũ (.doc, .xls) hoặc có mật khẩu; hãy lưu lại thành .docx, .xlsx không mật khẩu rồi gửi."
)
RICH_TEXT = "Tệp là RTF; hãy lưu lại thành .docx rồi gửi."
OTHER_ZIP = "Tệp nén không phải là văn bản Word, Excel hay OpenDocument; hãy giải nén rồi gửi từng tệp."
LOCKED_PDF = "Tệp PDF được đặt mật khẩu; hãy gửi bản không đặt mật khẩu."
DAMAGED_PDF = "Tệp PDF bị hỏng, không mở được."
UNKNOWN = (
    "Không nhận ra loại tệp; hệ thống nhận Word, Excel, PDF, OpenDocument, văn bản thuần và ảnh JPEG, PNG."
)

_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"{\\rtf", RICH_TEXT),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"#!", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
)
_PICTURES = {"image/jpeg": FileKind.JPEG, "image/png": FileKind.PNG}
_PAGE_BEGINNINGS = ("<!doctype html", "<html", "<head", "<body")


def kind_of(data: bytes, limits: Limits | None = None) -> FileKind:
    """The kind of a file that may be kept; raises Refused with one sentence for every other."""
    if not data.strip():
        raise _refusal(EMPTY)
    for beginning, sentence in _BEGINNINGS:
        if data.startswith(beginning):
            raise _refusal(sentence)
    try:
        return _sniffed(data, limits or Limits())
    except Unreadable as unreadable:
        raise _refusal(unreadable.sentence) from unreadable


def _refusal(sentence: str) -> Refused:
    return Refused.because("file", sentence, "file")


def _sniffed(data: bytes, limits: Limits) -> FileKind:
    if data.startswith(b"PK"):
        return _zipped(Archive(data, limits))
    if b"%PDF-" in data[:1024]:
        return _pdf(data)
    return _picture(data) or _text(data)


def _zipped(archive: Archive) -> FileKind:
    """By the members that make a document; a member that is a macro makes none."""
    if any(name.lower().endswith("vbaproject.bin") for name in archive.names):
        raise Unreadable(MACROS)
    if "word/document.xml" in archive.names:
        return FileKind.WORD
    if "xl/workbook.xml" in archive.names:
        return FileKind.EXCEL
    if "mimetype" in archive.names and archive.read("mimetype").startswith(FileKind.OPEN_TEXT.mime.encode()):
        return FileKind.OPEN_TEXT
    raise Unreadable(OTHER_ZIP)


def _pdf(data: bytes) -> FileKind:
    try:
        pypdfium2.PdfDocument(data).close()
    except pypdfium2.PdfiumError as error:
        raise Unreadable(LOCKED_PDF if "assword" in str(error) else DAMAGED_PDF) from error
    return FileKind.PDF


def _picture(data: bytes) -> FileKind | None:
    """A picture of a kind we keep; any other known binary is refused."""
    try:
        found = puremagic.from_string(data[:4096], mime=True)
    except (puremagic.PureError, ValueError):
        return None
    if found in _PICTURES:
        return _PICTURES[found]
    if b"\x00" in data[:4096] and not found.startswith("text/"):
        raise Unreadable(UNKNOWN)
    return None


def _text(data: bytes) -> FileKind:
    try:
        text = with_words(decode(data))
    except Unreadable as unreadable:
        raise Unreadable(UNKNOWN) from unreadable
    if text.lstrip()[:200].lower().startswith(_PAGE_BEGINNINGS):
        with_words(read_page(text).text)
        return FileKind.PAGE
    return FileKind.TEXT
