"""Reading a produced Word file as Word would: parts, styles resolved, lengths in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MM = 25.4 / 1440


def value(element: Element | None, name: str = "val", default: str = "") -> str:
    return element.get(f"{W}{name}", default) if element is not None else default


def words(element: Element) -> str:
    return "".join(
        "\n" if e.tag == f"{W}br" else e.text or "" for e in element.iter() if e.tag in {f"{W}t", f"{W}br"}
    )


@dataclass
class Printed:
    """A paragraph with the looks that its style gives it."""

    paragraph: Element
    style: Element

    @property
    def text(self) -> str:
        return words(self.paragraph)

    @property
    def name(self) -> str:
        return value(self.style.find(f"{W}name"))

    @property
    def size(self) -> float:
        return int(value(self.style.find(f"{W}rPr/{W}sz"))) / 2

    @property
    def bold(self) -> bool:
        return self.style.find(f"{W}rPr/{W}b") is not None

    @property
    def italic(self) -> bool:
        return self.style.find(f"{W}rPr/{W}i") is not None

    @property
    def align(self) -> str:
        own = self.paragraph.find(f"{W}pPr/{W}jc")
        return value(own if own is not None else self.style.find(f"{W}pPr/{W}jc"))

    def mm(self, tag: str, name: str) -> float:
        """A length of spacing or indent, the paragraph's own before its style's."""
        own = self.paragraph.find(f"{W}pPr/{W}{tag}")
        return int(value(own if own is not None else self.style.find(f"{W}pPr/{W}{tag}"), name, "0")) * MM

    def points(self, name: str) -> float:
        return self.mm("spacing", name) / 25.4 * 72


class WordFile:
    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = self.part("document")
        self.body = self.document[0]
        self.styles = {value(style, "styleId"): style for style in self.part("styles").iter(f"{W}style")}

    def part(self, name: str) -> Element:
        root: Element = fromstring(self.parts[f"word/{name}.xml"])
        return root

    @property
    def paragraphs(self) -> list[Printed]:
        return [self.printed(paragraph) for paragraph in self.body.iter(f"{W}p")]

    def printed(self, paragraph: Element) -> Printed:
        return Printed(paragraph, self.styles[value(paragraph.find(f"{W}pPr/{W}pStyle"))])

    def find(self, start: str) -> Printed:
        return next(p for p in self.paragraphs if p.text.startswith(start))

    def tables(self, style: str) -> list[Element]:
        return [t for t in self.body.findall(f"{W}tbl") if value(t.find(f"{W}tblPr/{W}tblStyle")) == style]

    @property
    def sections(self) -> list[Element]:
        return list(self.body.iter(f"{W}sectPr"))
