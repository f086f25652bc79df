"""Numbers and symbols of official documents: 134/2023/NQ-HĐND, 04/TB-TTHĐND, 248/UBND-TH, 18-NQ/TW."""

import re
from dataclasses import dataclass, field

from .document_kinds import KINDS
from .text import repair

__all__ = ["KINDS", "DocumentNumber", "FoundNumber", "find_document_numbers", "parse_document_number"]


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number, the year inside it, its kind (a key of KINDS; None for a công văn) and its issuer.

    `unit` is the drafting unit of a công văn (the TH of 248/UBND-TH); `form` is a key of FORMS.
    """

    number: int
    year: int | None
    kind: str | None
    issuer: str
    text: str = field(default="", compare=False)
    unit: str | None = None
    form: str = "state"

    @property
    def is_normative(self) -> bool:
        """Only legal normative documents carry the year inside the number."""
        return self.year is not None

    @property
    def kind_name(self) -> str:
        """The kind in full, "Công văn" where the symbol has none and the document is not normative."""
        return KINDS[self.kind] if self.kind else "" if self.is_normative else "Công văn"

    def __str__(self) -> str:
        year = f"/{self.year}" if self.year else ""
        if self.kind is None:
            symbol = f"{self.issuer}-{self.unit}" if self.unit else self.issuer
            return f"{self.number:02d}{year}/{symbol}"
        return FORMS[self.form].format(number=self.number, year=year, kind=self.kind, issuer=self.issuer)


FORMS = {
    "state": "{number:02d}{year}/{kind}-{issuer}",
    "joint": "{number:02d}{year}/{kind}/{issuer}",
    "party": "{number:02d}-{kind}/{issuer}",
}


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A document number in a text, with its offsets there."""

    start: int
    end: int
    value: DocumentNumber


# A symbol is groups of capitals (CTr, QyĐ and TTg have small letters too); a line may break after a hyphen.
_GROUP = r"[A-ZĐƯ][A-Za-zĐđƯ]{0,19}[0-9]{0,2}"
_BREAK = r"(?:[ ]?\n\s{0,4})?"
_NUMBER = re.compile(
    rf"(?<![\w/])(?<!\w[.,-])(?P<number>[0-9]{{1,6}})(?:/(?P<year>19[4-9][0-9]|20[0-9]{{2}}))?"
    rf"(?P<mark>[/-])(?P<symbol>{_GROUP}(?:[-–/&]{_BREAK}{_GROUP}){{0,7}})(?![\w])"
)
_MARKS = re.compile(r"[-/]")
_FORM_OF_MARKS = {("/", "-"): "state", ("/", "/"): "joint", ("-", "/"): "party"}
_SPACES = re.compile(r"\s+")
_LEAD = re.compile(r"\A\s*(?:số\s?:?\s?)?", re.IGNORECASE)
_KINDS_BY_CAPITALS = {kind.upper(): kind for kind in KINDS}


def parse_document_number(text: str) -> DocumentNumber | None:
    """The document number that the text is ("Số: 04/TB-TTHĐND", small letters too), else None."""
    if len(text) > 200:
        return None
    clean = _SPACES.sub("", _LEAD.sub("", repair(text)))
    found = _NUMBER.fullmatch(clean.upper() if clean.islower() else clean)
    return _document_number(found, text) if found else None


def find_document_numbers(text: str) -> list[FoundNumber]:
    """Every document number of a repaired text, in order; "05/UBND", with no kind, year or unit, is none."""
    return [
        FoundNumber(found.start(), found.end(), value)
        for found in _NUMBER.finditer(text)
        if (value := _document_number(found, found[0])) and (value.kind or value.year or value.unit)
    ]


def _document_number(found: re.Match[str], text: str) -> DocumentNumber | None:
    symbol = _SPACES.sub("", found["symbol"]).replace("–", "-")
    first, *others = _MARKS.split(symbol, maxsplit=1)
    rest = "".join(others)
    kind = _KINDS_BY_CAPITALS.get(first.upper()) if rest else None
    form = _FORM_OF_MARKS.get((found["mark"], symbol[len(first) : len(first) + 1]))
    number, year = int(found["number"]), int(found["year"]) if found["year"] else None
    if kind and form and not (form == "party" and year):
        return DocumentNumber(number, year, kind, rest, text, form=form)
    if found["mark"] == "/" and not kind:
        return DocumentNumber(number, year, None, first, text, unit=rest or None)
    return None
