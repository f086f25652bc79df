"""Text of a PDF: lines with their type size, to tell footnotes, their marks and page numbers apart."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from dienhong.checking.document import Document, Limits, Unreadable
from dienhong.checking.readers.scan import recognise

LOCKED = "Tệp PDF được đặt mật khẩu; hãy gửi bản không đặt mật khẩu."
DAMAGED = "Tệp PDF bị hỏng, không mở được."
HYPHENS = dict.fromkeys((0x02, 0xAD, 0xFFFE), "-")
PAGE_NUMBER = re.compile(r"\s*(?:[-–—]\s*)?(?:[Tt]rang\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?(?:\s*[-–—])?\s*")
SMALL = 0.75
DIGIT_HEIGHT = 0.62
"""Of the size of the type, in the faces that offices use."""
FOOT_MARK = re.compile(r"\s*\(?(\d{1,3})\)?[.\s]*")
MARKED_NOTE = re.compile(r"\s*\[\^(\d{1,3})\]\s*")
WORDS_TO_COUNT = 3


@dataclass(slots=True)
class Line:
    """One printed line: characters and the size each is set in."""

    letters: list[str] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.letters)

    @property
    def size(self) -> float:
        inked = [size for letter, size in zip(self.letters, self.sizes, strict=True) if not letter.isspace()]
        return median(inked) if inked else 0.0


def read_pdf(data: bytes, limits: Limits) -> Document:
    """The text of every page, footnotes collected after the last one; a PDF of pictures goes through OCR."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(LOCKED if "assword" in str(error) else DAMAGED) from error
    try:
        return _document(pdf, limits)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(DAMAGED) from error
    finally:
        pdf.close()


def _document(pdf: pypdfium2.PdfDocument, limits: Limits) -> Document:
    pages = len(pdf)
    if pages > limits.pages:
        raise Unreadable(f"Tệp PDF có {pages} trang, vượt giới hạn {limits.pages} trang.")
    lines: list[str] = []
    notes: list[str] = []
    for number, page in enumerate(pdf, start=1):
        _add_page(_page_lines(page), number, lines, notes)
        page.close()
    text = "\n".join(lines + notes)
    if len(re.findall(r"\w{2,}", text)) < WORDS_TO_COUNT * max(pages, 1):
        text = recognise(pdf)
    return Document(text, "pdf", pages)


def _page_lines(page: pypdfium2.PdfPage) -> list[Line]:
    textpage = page.get_textpage()
    handle = textpage.raw
    lines = [Line()]
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if code == 0x0A:
            lines.append(Line())
        elif code != 0x0D and code:
            lines[-1].letters.append(HYPHENS.get(code) or _letter(code))
            lines[-1].sizes.append(_size(handle, index, code))
    textpage.close()
    return lines


def _letter(code: int) -> str:
    return " " if code < 0x20 or 0xD800 <= code < 0xE000 else chr(code)


def _size(handle: ctypes.c_void_p, index: int, code: int) -> float:
    """The size a letter is set in; of a digit, what its ink says, as some raised digits are glyphs."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(handle, index, box):
        return 0.0
    size = float(abs(box.top - box.bottom))
    return min(size, _ink(handle, index) / DIGIT_HEIGHT) if 0x30 <= code <= 0x39 else size


def _ink(handle: ctypes.c_void_p, index: int) -> float:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    found = pdfium.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
    return top.value - bottom.value if found else 0.0


def _add_page(page: list[Line], number: int, lines: list[str], notes: list[str]) -> None:
    """Sort one page into running lines and footnotes; its page number is dropped."""
    kept = [line for line in _without_page_number(page) if line.text.strip()]
    body = median([size for line in kept for size in line.sizes if size] or [0.0])
    in_notes = False
    for line in kept:
        text = _with_marks(line, body)
        opening = MARKED_NOTE.match(text)
        if opening and text[opening.end() :].strip():
            in_notes = True
            notes.append(f"[^{_label(opening.group(1), number, notes)}]: {text[opening.end() :].strip()}")
        elif opening and lines:
            lines[-1] = lines[-1].rstrip() + text.strip()
        elif in_notes and line.size < 0.95 * body:
            notes[-1] += " " + text.strip()
        else:
            lines.append(text.rstrip())


def _label(mark: str, page: int, notes: list[str]) -> str:
    """Footnotes that begin again on every page get the page as a second part of their mark."""
    return f"{mark}.{page}" if any(note.startswith(f"[^{mark}]:") for note in notes) else mark


def _without_page_number(page: list[Line]) -> list[Line]:
    inked = [place for place, line in enumerate(page) if line.text.strip()]
    edges = {place for place in (*inked[:1], *inked[-1:]) if PAGE_NUMBER.fullmatch(page[place].text)}
    return [line for place, line in enumerate(page) if place not in edges]


def _with_marks(line: Line, body: float) -> str:
    """The line's text with raised small numbers written as `[^n]`."""
    out: list[str] = []
    for raised, letters in _runs(line, body):
        mark = FOOT_MARK.fullmatch(letters) if raised else None
        out.append(f"[^{mark.group(1)}]" + " " * letters.endswith(" ") if mark else letters)
    return "".join(out)


def _runs(line: Line, body: float) -> Iterator[tuple[bool, str]]:
    """Stretches of the line that are, or are not, much smaller than what stands around them."""
    usual = max(line.size, 0.0) or body
    limit = SMALL * (usual if len(line.text.strip()) > 4 else body)
    run, raised = "", False
    for letter, size in zip(line.letters, line.sizes, strict=True):
        small = 0 < size < limit if not letter.isspace() else raised
        if small != raised and run:
            yield raised, run
            run = ""
        raised = small
        run += letter
    if run:
        yield raised, run
