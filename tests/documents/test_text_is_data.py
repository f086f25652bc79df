"""A citizen's words print as typed in every format, whatever markup they look like."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pypdfium2 as pdfium
import pytest

from dienhong.documents.blocks import (
    Heading,
    Listing,
    Note,
    Paragraph,
    Table,
    Text,
    line_of,
    plain,
    printable,
)
from dienhong.documents.html import to_article, to_html
from dienhong.documents.markdown import escape_markdown, from_markdown, to_markdown
from dienhong.documents.official import Appendix, OfficialDocument, Recipient
from dienhong.documents.rendering import FORMATS
from dienhong.documents.typesetting import to_pdf
from dienhong.documents.word import to_docx

from .papers import HOSTILE, REPORT
from .word_file import WordFile, words

LINE = line_of(HOSTILE)
PAPER = replace(
    REPORT,
    subject=HOSTILE,
    body=(
        Heading(2, LINE),
        Paragraph((*LINE, Note(LINE))),
        Listing(((Paragraph(LINE),),)),
        Table(((LINE,),), ((LINE,),)),
        *from_markdown(f"Ý kiến: {escape_markdown(HOSTILE)}"),
        Paragraph(line_of("Hết.")),
    ),
    addressees=(HOSTILE,),
    bases=(HOSTILE,),
    recipients=(Recipient(HOSTILE, HOSTILE),),
    appendices=(Appendix("Đơn thư", (Paragraph(LINE),)),),
)
TIMES = 13  # how often the words stand in it: matter, heading, paragraph, note, point, two cells, opinion …


def of_word(paper: OfficialDocument) -> str:
    file = WordFile(to_docx(paper))
    return "\n".join(map(words, (file.document, file.part("footnotes"))))


def of_pdf(paper: OfficialDocument) -> str:
    with pdfium.PdfDocument(to_pdf(paper)) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def of_html(paper: OfficialDocument) -> str:
    parser = _Words()
    parser.feed(to_article(paper))
    return "".join(parser.words)


def of_markdown(paper: OfficialDocument) -> str:
    blocks = from_markdown(to_markdown(paper).replace("\\\n", " "))
    return of_word(
        replace(paper, subject="", body=blocks, addressees=(), bases=(), recipients=(), appendices=())
    )


@pytest.mark.parametrize("read", [of_word, of_pdf, of_html, of_markdown])
def test_prints_as_typed(read: Callable[[OfficialDocument], str]) -> None:
    bare = re.sub(r"\s", "", read(PAPER))
    assert bare.count(re.sub(r"\s", "", HOSTILE)) == TIMES


@pytest.mark.parametrize("ending", FORMATS)
def test_characters_that_no_page_can_show_stop_nothing(ending: str) -> None:
    bad = "a\x00b\x0b\x1f\ud800\ufffe\u2028c"
    paper = replace(REPORT, subject=bad, body=(Paragraph((Text(bad), Note(line_of(bad)))),))
    assert FORMATS[ending](paper)
    assert printable(bad) == "ab  c"


def test_html_has_no_style_or_script_and_no_link_that_runs() -> None:
    links = tuple(
        Text("x", href=h)
        for h in ("javascript:alert(1)", " data:text/html,x", "//evil.example", "vbscript:x")
    )
    html = to_article(replace(PAPER, body=(Paragraph(links),)))
    assert "href=" not in html
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", html)


def test_html_links_to_pages_and_notes_both_ways() -> None:
    link = Text("134", href='/dak-mau/nghi-quyet/?nam=2023&loai="x"')
    html = to_html(replace(REPORT, body=(Paragraph((link, Note(line_of("Chú thích")))),)))
    assert '<a href="/dak-mau/nghi-quyet/?nam=2023&amp;loai=&quot;x&quot;">134</a>' in html
    assert '<a href="#chu-thich-1" id="dau-1" role="doc-noteref">1</a>' in html
    assert re.search(r'<li id="chu-thich-1">Chú thích <a href="#dau-1"', html)
    assert html.startswith('<!DOCTYPE html>\n<html lang="vi">')


def test_markdown_without_escaping_gains_no_markup_but_emphasis() -> None:
    (paragraph,) = from_markdown("<b>x</b> ![p](q) `c` $m$ \\input https://x.vn [y](javascript:z)")
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.line) == "<b>x</b> !p `c` $m$ \\input https://x.vn [y](javascript:z)"
