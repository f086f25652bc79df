"""Reading a document: what it is is told by its content, never by its name."""

from pathlib import Path

import puremagic

from dienhong.checking.document import Document, Limits, Unreadable
from dienhong.checking.readers.archive import Archive
from dienhong.checking.readers.opendocument import read_opendocument
from dienhong.checking.readers.page import read_page
from dienhong.checking.readers.pdf import read_pdf
from dienhong.checking.readers.plain import NOT_TEXT, decode, with_words
from dienhong.checking.readers.word import read_word

EMPTY = "Tệp rỗng."
ABSENT = "Không mở được tệp; hãy xem lại đường dẫn."
OLD_WORD = "Tệp Word kiểu cũ (.doc) hoặc có mật khẩu; hãy lưu lại thành .docx không mật khẩu rồi gửi."
PROGRAM = "Tệp là chương trình chạy được, không phải văn bản."
OTHER_ZIP = "Tệp nén không phải là văn bản Word hay OpenDocument."
WORKBOOK = "Tệp là bảng tính; hãy gửi báo cáo dạng Word, PDF hoặc văn bản."
RICH_TEXT = "Tệp là RTF; hãy lưu lại thành .docx rồi gửi."
REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_WORD),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"#!", PROGRAM),
    (b"{\\rtf", RICH_TEXT),
)
TEXT_KINDS = ("text/", "application/json", "application/xml", "application/xhtml")
HTML_OPENINGS = ("<!doctype html", "<html", "<head", "<body")


def read_file(path: Path, limits: Limits | None = None) -> Document:
    """The document in a file; raises Unreadable with one sentence."""
    limits = limits or Limits()
    try:
        if path.stat().st_size > limits.uploaded:
            raise Unreadable(_too_heavy(limits))
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise Unreadable(ABSENT) from error
    return read_bytes(data, limits)


def read_bytes(data: bytes, limits: Limits | None = None) -> Document:
    """The document in these bytes; raises Unreadable with one sentence."""
    limits = limits or Limits()
    if len(data) > limits.uploaded:
        raise Unreadable(_too_heavy(limits))
    if not data.strip():
        raise Unreadable(EMPTY)
    document = _read(data, limits)
    if len(document.text) > limits.characters:
        raise Unreadable(f"Văn bản dài quá {limits.characters:,} ký tự.".replace(",", "."))
    with_words(document.text)
    return document


def _read(data: bytes, limits: Limits) -> Document:
    for opening, sentence in REFUSED:
        if data.startswith(opening):
            raise Unreadable(sentence)
    if data.startswith(b"PK"):
        return _zipped(Archive(data, limits), limits)
    if b"%PDF-" in data[:1024]:
        return read_pdf(data, limits)
    return _plain(data)


def _zipped(archive: Archive, limits: Limits) -> Document:
    if "word/document.xml" in archive.names:
        return read_word(archive, limits)
    if "xl/workbook.xml" in archive.names:
        raise Unreadable(WORKBOOK)
    kind = archive.read("mimetype") if "mimetype" in archive.names else b""
    if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise Unreadable(WORKBOOK)
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return read_opendocument(archive, limits)
    raise Unreadable(OTHER_ZIP)


def _plain(data: bytes) -> Document:
    text = decode(data)
    if text.lstrip()[:200].lower().startswith(HTML_OPENINGS):
        return read_page(text)
    if _known_binary(data):
        raise Unreadable(NOT_TEXT)
    return Document(text, "txt")


def _known_binary(data: bytes) -> bool:
    """Whether the first bytes are the signature of a kind that is not text (a picture, a font…)."""
    try:
        found = puremagic.from_string(data[:4096], mime=True)
    except (puremagic.PureError, ValueError):
        return False
    return bool(found) and not found.startswith(TEXT_KINDS) and b"\x00" in data[:4096]


def _too_heavy(limits: Limits) -> str:
    return f"Tệp nặng quá {limits.uploaded // 1_000_000} MB."
