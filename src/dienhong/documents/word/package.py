"""The parts of a Word file, zipped: the same document always gives the same bytes."""

from io import BytesIO
from xml.etree.ElementTree import Element, SubElement
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dienhong.documents.blocks import printable
from dienhong.documents.official import OfficialDocument
from dienhong.documents.word.body import Notes, paragraph
from dienhong.documents.word.frame import document_body
from dienhong.documents.word.styles import styles
from dienhong.documents.word.xml import el, serialised, text

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)

_CONTENT = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "/word/header.xml": f"{_WORD}.header+xml",
    "/word/first.xml": f"{_WORD}.header+xml",
    "/docProps/core.xml": _CORE,
}
_OF_PACKAGE = {
    "rIdDocument": (f"{_OFFICE}/officeDocument", "word/document.xml"),
    "rIdCore": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
}
_OF_DOCUMENT = {
    "rIdStyles": (f"{_OFFICE}/styles", "styles.xml"),
    "rIdSettings": (f"{_OFFICE}/settings", "settings.xml"),
    "rIdNotes": (f"{_OFFICE}/footnotes", "footnotes.xml"),
    "rIdHeader": (f"{_OFFICE}/header", "header.xml"),
    "rIdFirst": (f"{_OFFICE}/header", "first.xml"),
}


def to_docx(document: OfficialDocument) -> bytes:
    """The document as a Word file."""
    notes = Notes()
    main = el("document", document_body(document, notes))
    parts = {
        "[Content_Types].xml": serialised(_content_types()),
        "_rels/.rels": serialised(_relations(_OF_PACKAGE)),
        "word/document.xml": serialised(main),
        "word/_rels/document.xml.rels": serialised(_relations(_OF_DOCUMENT)),
        "word/styles.xml": serialised(styles()),
        "word/settings.xml": serialised(_settings()),
        "word/footnotes.xml": serialised(_footnotes(notes)),
        "word/header.xml": serialised(_header(_page_number())),
        "word/first.xml": serialised(_header([])),
        "docProps/core.xml": serialised(_core(document)),
    }
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, _EPOCH), content, ZIP_DEFLATED)
    return file.getvalue()


def _content_types() -> Element:
    root = Element("Types", xmlns=_TYPES)
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    SubElement(root, "Default", Extension="rels", ContentType=relations)
    SubElement(root, "Default", Extension="xml", ContentType="application/xml")
    for name, content in _CONTENT.items():
        SubElement(root, "Override", PartName=name, ContentType=content)
    return root


def _relations(targets: dict[str, tuple[str, str]]) -> Element:
    root = Element("Relationships", xmlns=f"{_PACKAGE}/relationships")
    for key, (kind, target) in targets.items():
        SubElement(root, "Relationship", Id=key, Type=kind, Target=target)
    return root


def _core(document: OfficialDocument) -> Element:
    dublin = "http://purl.org/dc/elements/1.1/"
    root = Element(f"{{{_PACKAGE}/metadata/core-properties}}coreProperties")
    values = {"title": document.title, "creator": document.issuer.name, "language": "vi-VN"}
    for name, value in values.items():
        SubElement(root, f"{{{dublin}}}{name}").text = printable(value)
    return root


def _settings() -> Element:
    separators = el("footnotePr", el("footnote", id=-1), el("footnote", id=0))
    modern = el(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15"
    )
    return el("settings", separators, el("compat", modern), el("themeFontLang", val="vi-VN"))


def _footnotes(notes: Notes) -> Element:
    """The two separators come first, the notes from 1 in the order of their marks: LibreOffice counts places."""
    separators = [
        el("footnote", el("p", el("r", el(kind))), type=kind, id=number)
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    ]
    mark = el("r", el("rPr", el("rStyle", val="note_mark")), el("footnoteRef"))
    own = []
    for number, line in enumerate(notes.lines, start=1):
        note = paragraph("note", line, Notes())
        note.insert(1, mark)
        note.insert(2, el("r", text(" ")))
        own.append(el("footnote", note, id=number))
    return el("footnotes", *separators, *own)


def _header(content: list[Element]) -> Element:
    """Centred in the top margin: the page number, and nothing on the first page of a section."""
    return el("hdr", el("p", el("pPr", el("pStyle", val="page")), *content))


def _page_number() -> list[Element]:
    return [
        el("r", el("fldChar", fldCharType="begin")),
        el("r", text(" PAGE ", "instrText")),
        el("r", el("fldChar", fldCharType="separate")),
        el("r", text("2")),
        el("r", el("fldChar", fldCharType="end")),
    ]
