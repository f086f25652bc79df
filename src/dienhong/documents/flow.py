"""A document as sections of parts in printing order: the one source of every format."""

from dataclasses import dataclass

from dienhong.documents import layout, wording
from dienhong.documents.blocks import Block
from dienhong.documents.official import OfficialDocument
from dienhong.documents.wording import Piece, Rule


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns side by side, `widths` in mm; a row is what stands left and what stands right of it."""

    name: str
    widths: tuple[float, float]
    rows: tuple[tuple[list[Piece | Rule], list[Piece | Rule]], ...]


Part = Piece | Rule | Columns | Block


@dataclass(frozen=True, slots=True)
class Section:
    """Pages counted from 1, upright or across: the document itself, or one appendix."""

    parts: list[Part]
    landscape: bool = False

    @property
    def width(self) -> float:
        """The width of its text in mm."""
        return layout.TEXT_WIDTH_ACROSS if self.landscape else layout.TEXT_WIDTH


def sections(document: OfficialDocument) -> list[Section]:
    """The document, then each appendix."""
    appendices = [
        Section([*wording.appendix_head(document, appendix), *appendix.body], appendix.landscape)
        for appendix in document.appendices
    ]
    body = wording.ended(document.body)
    return [Section([_head(document), *wording.opening(document), *body, *_closing(document)]), *appendices]


def _head(document: OfficialDocument) -> Columns:
    names = (wording.issuing_head(document), wording.national_head())
    numbers = (wording.number_head(document), wording.date_head(document))
    return Columns("head", layout.HEAD, (names, numbers))


def _closing(document: OfficialDocument) -> list[Part]:
    """Recipients left, signature right; where a second person signs, recipients come below both."""
    received, signed = wording.recipients(document), wording.signature(document.signature)
    if document.countersignature is None:
        return [Columns("closing", layout.FOOT, ((received, signed),))]
    second = wording.signature(document.countersignature)
    rows = ((second[:-1], signed[:-1]), (second[-1:], signed[-1:]))
    return [Columns("closing", layout.FOOT, rows), *received]
