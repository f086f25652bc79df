"""The words around the body, as the decree sets them: head, title, addressees, recipients, signature, appendix.

Every format prints these parts in this order, each under its style of `layout.STYLES`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dienhong.documents.blocks import Block, Inline, Line, Listing, Paragraph, Text, line_of, plain
from dienhong.documents.layout import HEAD, STYLES, TEXT_WIDTH
from dienhong.documents.metrics import widest_line
from dienhong.documents.official import Appendix, OfficialDocument, Recipient, Signature
from dienhong.vietnamese.dates import format_long_date

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
DEVICE = "Độc lập - Tự do - Hạnh phúc"
SPACE = "\u00a0"
PART_OF_TEXT = 0.4  # the rule under the issuing body and under the matter: between a third and a half


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph under one style."""

    style: str
    line: Line


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn in the middle, `length` millimetres long."""

    length: float


Part = Piece | Rule


def issuing_head(document: OfficialDocument) -> list[Part]:
    """Superior, issuing body and the rule under it."""
    issuer = document.issuer
    superior = [_piece("superior", _broken(issuer.superior, "superior"))] if issuer.superior else []
    name = _broken(issuer.name, "issuer")
    return [*superior, _piece("issuer", name), _rule_under(name, "issuer", HEAD[0], PART_OF_TEXT)]


def national_head() -> list[Part]:
    return [_piece("motto", MOTTO), _piece("device", DEVICE), _rule_under(DEVICE, "device", HEAD[1], 1)]


def number_head(document: OfficialDocument) -> list[Part]:
    """The number, and under that of a letter its matter."""
    number = _piece("number", f"Số: {number_and_symbol(document)}")
    if document.kind.titled:
        return [number]
    return [number, _piece("matter", f"V/v {document.subject}")]


def date_head(document: OfficialDocument) -> list[Part]:
    return [_piece("date", f"{document.issuer.place}, {long_date(document)}")]


def number_and_symbol(document: OfficialDocument) -> str:
    """04/TB-TTHĐND; before issue the place of the number stays open."""
    kind, symbol = document.kind, document.issuer.symbol
    year = document.issued_on.year if document.issued_on else document.year
    if document.number is not None and year is not None:
        return str(kind.number(document.number, issuer=symbol, year=year, unit=document.unit))
    year_inside = f"{document.year or SPACE * 6}/" if kind.normative else ""
    return f"{SPACE * 8}/{year_inside}{kind.symbol(symbol, document.unit)}"


def long_date(document: OfficialDocument) -> str:
    """ngày 09 tháng 5 năm 2023; before issue day and month stay open."""
    if document.issued_on:
        return format_long_date(document.issued_on)
    return f"ngày{SPACE * 6}tháng{SPACE * 6}năm {document.year or SPACE * 6}"


def opening(document: OfficialDocument) -> list[Part]:
    """What stands between head and body: title, matter, who adopts it, addressees, legal bases."""
    parts = list(_title(document)) if document.kind.titled else []
    if document.adopted_by:
        parts.append(_piece("adopted", document.adopted_by.upper()))
    return [*parts, *_addressees(document.addressees), *_bases(document.bases)]


def _title(document: OfficialDocument) -> Iterator[Part]:
    yield _piece("title", document.kind.name.upper())
    if document.subject:
        yield _piece("subject", document.subject)
        yield _rule_under(document.subject, "subject", TEXT_WIDTH, PART_OF_TEXT)


def _addressees(names: tuple[str, ...]) -> Iterator[Part]:
    if len(names) == 1:
        yield _piece("addressee", f"Kính gửi: {names[0]}")
    elif names:
        yield _piece("addressees", "Kính gửi:")
        yield from (_piece("addressed", f"- {name}") for name in _enumerated(names))


def _bases(bases: tuple[str, ...]) -> Iterator[Part]:
    return (_piece("basis", base) for base in _enumerated(bases))


def _enumerated(names: Iterable[str]) -> list[str]:
    """Each ends with a semicolon, the last with a full stop."""
    bare = [name.rstrip(" ;,.") for name in names]
    return [f"{name};" for name in bare[:-1]] + [f"{name}." for name in bare[-1:]]


def recipients(document: OfficialDocument) -> list[Part]:
    """Nơi nhận, ending with where the document is filed."""
    lines = [line for recipient in document.recipients for line in _recipient(recipient)]
    filing = f"- Lưu: {document.filing}"
    return [
        _piece("recipients", "Nơi nhận:"),
        *(_piece("recipient", line) for line in _enumerated([*lines, filing])),
    ]


def _recipient(recipient: Recipient) -> list[str]:
    note = f" ({recipient.note})" if recipient.note else ""
    return [f"- {recipient.name}{note}", *(f"+ {member}" for member in recipient.members)]


def signature(signed: Signature | None) -> list[Part]:
    """Authority, title, room to sign, name."""
    if signed is None:
        return []
    capacity = [*signed.authority, signed.title]
    return [*(_piece("authority", line.upper()) for line in capacity), _piece("signer", signed.name)]


def appendix_head(document: OfficialDocument, appendix: Appendix) -> list[Part]:
    return [
        _piece("appendix", f"Phụ lục {appendix.number}".strip()),
        _piece("appendix_title", appendix.title.upper()),
        _piece("enclosed", f"(Kèm theo {_named(document)})"),
    ]


def _named(document: OfficialDocument) -> str:
    """The document of which an appendix is part. Left blank on electronic ones (decree 30, appendix I, part IV)."""
    blank = replace(document, number=None, issued_on=None) if document.electronic else document
    issuer = document.issuer.full_name or document.issuer.name
    return f"{document.kind.name} số {number_and_symbol(blank)} {long_date(blank)} của {issuer}"


def ended(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """The body with "./." after its last words, where they are a paragraph or a point."""
    match body:
        case (*before, Paragraph(line)):
            return (*before, Paragraph(_ended_line(line)))
        case (*before, Listing() as listing):
            *items, last = listing.items
            return (*before, replace(listing, items=(*items, ended(last))))
    return body


def _ended_line(line: Line) -> Line:
    if plain(line).rstrip().endswith("./."):
        return line
    inlines: list[Inline] = list(line)
    for index in range(len(inlines) - 1, -1, -1):
        inline = inlines[index]
        if isinstance(inline, Text):
            inlines[index] = replace(inline, text=inline.text.rstrip(" .;"))
            break
    return (*inlines, Text("./."))


# Where a name has to be broken, it is before the council or the unit, never inside "nhân dân" or "Đăk Tô".
_SEAM = re.compile(
    r" (?=(?:HỘI ĐỒNG NHÂN|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ(?! HỘI)|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) )"
)


def _broken(name: str, style: str) -> str:
    capitals = name.upper()
    fits = widest_line(capitals, STYLES[style], 1000) <= HEAD[0]
    return capitals if fits else _SEAM.sub("\n", capitals)


def _rule_under(text: str, style: str, column: float, share: float) -> Rule:
    return Rule(widest_line(text, STYLES[style], column) * share)


def _piece(style: str, text: str) -> Piece:
    return Piece(style, line_of(text))
