"""What a citizen typed prints as typed wherever it comes out: files of a report, pages, lists, workbook, CSV."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser

import docx
import pypdfium2 as pdfium
import pytest
from defusedxml import ElementTree
from django.test import Client
from markdown_it import MarkdownIt
from python_calamine import CalamineWorkbook

from dienhong.accounts.models import User
from dienhong.indicators.tables import as_csv
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.reports import actions
from dienhong.workbook.exporting import export

from ..documents.word_file import W
from ..factories import NOW, make_user
from ..voters.factories import make_petition
from .papers import begun

TYPED = (
    "{{7*7}} <b>*x*</b> #set page",
    "[% if %] [[ ten ]] {# x #} {% raw %} {{ so('sessions.held') }}",
    "Việc[^1] này [^ky]: ghi chú | cột \\ chéo \\| `mã` **đậm** ^[tại chỗ]",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(A1:A9)",
    "1. một",
    "- gạch đầu dòng",
    "# đề mục",
    "> trích &amp; &lt;i&gt; &nbsp;",
    "$x$ ~~a~~ http://x.vn <https://y.vn> ![p](q) [y](javascript:z)",
    "<script>alert(1)</script> <!-- x --> ]]>",
    '#let a = "x"; #raw(a) \\input @ref <nhan> //chú /* x */',
)


def bare(text: str) -> str:
    """Line ends and blanks are the typesetter's."""
    return "".join(text.split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def words_of_html(page: str) -> str:
    parser = _Words()
    parser.feed(page)
    return "".join(parser.words)


def of_docx(content: bytes) -> str:
    """The body and the notes, a paragraph a line."""
    package = docx.Document(io.BytesIO(content)).part.package
    parts = [
        part
        for part in package.iter_parts()
        if part.partname in {"/word/document.xml", "/word/footnotes.xml"}
    ]
    assert len(parts) == 2
    paragraphs = [p for part in parts for p in ElementTree.fromstring(part.blob).iter(f"{W}p")]
    return "\n".join("".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in paragraphs)


def of_pdf(content: bytes) -> str:
    with pdfium.PdfDocument(content) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def of_html(content: bytes) -> str:
    return words_of_html(content.decode())


def of_markdown(content: bytes) -> str:
    """As any reader of Markdown shows it."""
    return words_of_html(MarkdownIt("commonmark").enable("table").render(content.decode()))


def of_xlsx(content: bytes) -> str:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = (row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
    return "".join(str(cell) for row in rows for cell in row)


READERS: dict[str, Callable[[bytes], str]] = {
    ".docx": of_docx,
    ".pdf": of_pdf,
    ".html": of_html,
    ".md": of_markdown,
    ".xlsx": of_xlsx,
}


@pytest.fixture
def petitions(commune: Council, clerk: User) -> None:
    for text in TYPED:
        make_petition(commune, clerk, text)


def missing(content: str, typed: tuple[str, ...] = TYPED) -> list[str]:
    found = bare(content)
    return [text for text in typed if bare(text) not in found]


def test_every_file_of_a_draft_and_of_a_signed_report(
    client: Client, petitions: None, commune: Council, clerk: User
) -> None:
    leader = make_user("thuongtruc.xa", Role.LEADER, commune)
    client.force_login(clerk)
    report = begun(commune, clerk)
    address = f"/xa-mau/bao-cao/{report.code}/"
    assert missing(words_of_html(client.get(address).text)) == []
    for ending, read in READERS.items():
        text = read(client.get(f"{address}tep/{ending[1:]}/").content)
        assert missing(text) == [], ending
        if ending != ".xlsx":
            named = [bare(text).count(bare(typed)) for typed in TYPED[:2]]
            assert named == [2, 2], f"{ending}: once in the text, once in the appendix"
    actions.sign(report, expected_version=report.version, by=leader, at=NOW)
    for kept in report.files.all():
        assert missing(READERS[kept.ending](kept.file.read())) == [], kept.ending
    assert missing(words_of_html(client.get(address).text)) == []


def test_nothing_that_was_typed_becomes_a_formula_or_a_link(
    client: Client, petitions: None, commune: Council, clerk: User
) -> None:
    """A cell is a text, whatever it begins with; in no book is there a formula beside those of the house."""
    client.force_login(clerk)
    report = begun(commune, clerk)
    books = [
        client.get(f"/xa-mau/bao-cao/{report.code}/tep/xlsx/").content,
        client.get("/xa-mau/kien-nghi/xuat-excel/?nam=2023").content,
        export(commune, 2023, clerk),
    ]
    for content in books:
        assert missing(of_xlsx(content)) == []
        assert [formula for formula in formulas(content) if "cmd" in formula or formula in TYPED] == []
        assert b"x.vn" not in b"".join(relations(content))


def formulas(content: bytes) -> list[str]:
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/sheet"):
                sheet = ElementTree.fromstring(book.read(name))
                found += [f"={node.text}" for node in sheet.iter() if node.tag.endswith("}f")]
    return found


def relations(content: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return [book.read(name) for name in book.namelist() if name.endswith(".rels")]


def test_pages_show_the_words_and_build_nothing_of_them(
    client: Client, petitions: None, commune: Council, clerk: User
) -> None:
    client.force_login(clerk)
    pages = [client.get("/xa-mau/kien-nghi/?nam=2023").text]
    pages += [client.get(f"/xa-mau/kien-nghi/KN-2023-{n:03d}/").text for n in range(1, len(TYPED) + 1)]
    assert missing("".join(map(words_of_html, pages))) == []
    for page in pages:
        assert "<script>alert" not in page and "javascript:z" not in page.replace("(javascript:z)", "")


def test_csv_keeps_the_words() -> None:
    """Read back by a program they are the same; nothing is lost to commas, quotes or line ends."""
    rows = [[text, "x"] for text in (*TYPED, 'a,"b"\nc')]
    assert list(csv.reader(io.StringIO(as_csv(["Chữ", "Khác"], rows))))[1:] == rows
