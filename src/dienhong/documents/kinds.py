"""Kinds of official documents: abbreviation, name, and the series of numbers that each runs in."""

from dataclasses import dataclass

from dienhong.vietnamese.document_kinds import KINDS as NAMES
from dienhong.vietnamese.document_numbers import DocumentNumber


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """`abbreviation` is that of Decree 30/2020, appendix III; a letter (công văn) has none."""

    code: str
    abbreviation: str
    name: str
    normative: bool = False

    @property
    def titled(self) -> bool:
        """A letter says its matter under the number ("V/v"); every other kind has its name as title."""
        return self.abbreviation != ""

    def symbol(self, issuer: str, unit: str = "") -> str:
        """What follows the number: TB-TTHĐND, NQ-HĐND; of a letter UBND-VX."""
        return "-".join(part for part in (self.abbreviation, issuer, unit) if part)

    def number(self, number: int, *, issuer: str, year: int, unit: str = "") -> DocumentNumber:
        """04/TB-TTHĐND; a normative resolution carries the year: 16/2025/NQ-HĐND."""
        return DocumentNumber(
            number, year if self.normative else None, self.abbreviation or None, issuer, unit=unit or None
        )

    def series(self, issuer: str) -> str:
        """The series of `NumberSeries`: TB-TTHĐND and TB-HĐND are two, normative resolutions a third."""
        kind = f"{self.abbreviation}-QPPL" if self.normative else self.abbreviation or "CV"
        return f"{kind}-{issuer}"


def _kind(code: str, abbreviation: str, name: str = "", *, normative: bool = False) -> DocumentKind:
    return DocumentKind(code, abbreviation, name or NAMES[abbreviation], normative)


KINDS: dict[str, DocumentKind] = {
    kind.code: kind
    for kind in (
        _kind("resolution", "NQ"),
        _kind("normative_resolution", "NQ", normative=True),
        _kind("decision", "QĐ"),
        _kind("report", "BC"),
        _kind("notice", "TB"),
        _kind("conclusion", "KL"),
        _kind("submission", "TTr"),
        _kind("plan", "KH"),
        _kind("programme", "CTr"),
        _kind("guidance", "HD"),
        _kind("regulation", "QC"),
        _kind("minutes", "BB"),
        _kind("invitation", "GM"),
        _kind("summons", "GTT", "Giấy triệu tập"),
        _kind("letter_transfer", "PC", "Phiếu chuyển đơn"),
        _kind("telegram", "CĐ"),
        _kind("letter", "", "Công văn"),
    )
}
