"""Small documents built in memory: Word with footnotes, OpenDocument, PDF, and harmful ones."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)
LEVELS = "".join(
    f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    for depth, (form, pattern) in enumerate([("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "")])
)
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def zipped(**members: str | bytes) -> bytes:
    """A zip file; `__` in a name stands for a slash and `_` before the extension for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def paragraph(text: str, depth: int | None = None) -> str:
    """A Word paragraph; `{n}` in the text is a reference to footnote n."""
    listed = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        if depth is not None
        else ""
    )
    for number in range(1, 9):
        mark = f'</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r><w:r><w:t xml:space="preserve">'
        text = text.replace(f"{{{number}}}", mark)
    return f'<w:p>{listed}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def word(body: str, notes: dict[int, str] | None = None, prolog: str = "") -> bytes:
    """A .docx with this body, and footnotes by number."""
    footnotes = "".join(
        f'<w:footnote w:id="{n}">{paragraph(text)}</w:footnote>' for n, text in (notes or {}).items()
    )
    return zipped(
        word__document_xml=f"{prolog}<w:document {W}><w:body>{body}</w:body></w:document>",
        word__footnotes_xml=f"<w:footnotes {W}>{footnotes}</w:footnotes>",
        word__numbering_xml=NUMBERING,
    )


def opendocument(body: str) -> bytes:
    content = f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body></office:document-content>"  # noqa: E501
    return zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)


def pdf(pages: list[list[tuple[float, float, float, str]]], trailer: str = "") -> bytes:
    """A PDF of Latin text: each page a list of (x, y, size, words)."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    kids: list[str] = []
    for page in pages:
        stream = " ".join(f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, size, words in page)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects, trailer)


def locked_pdf() -> bytes:
    """A PDF that asks for a password nobody knows."""
    key = "<" + "41" * 32 + ">"
    return pdf(
        [[(72, 700, 13, "Kin")]],
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<00> <00>]",
    )


def _file(objects: list[str], trailer: str) -> bytes:
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def bomb(size: int = 300_000_000) -> bytes:
    """A Word file whose text unpacks to far more than anybody writes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as member,
    ):
        for _ in range(size // 1_000_000):
            member.write(b" " * 1_000_000)
    return out.getvalue()


def lying_bomb(size: int) -> bytes:
    """A bomb whose directory declares a small size."""
    data = bytearray(bomb(size))
    true = (size // 1_000_000 * 1_000_000).to_bytes(4, "little")
    return bytes(data.replace(true, (1000).to_bytes(4, "little")))
