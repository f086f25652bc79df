"""Giving a document its number and date."""

from dataclasses import replace
from datetime import date

from dienhong.documents.numbering import take_number
from dienhong.documents.official import OfficialDocument


def issue(
    document: OfficialDocument, *, council_id: int, on: date, number: int | None = None
) -> OfficialDocument:
    """The document with its day and number: the registry's (`number`), else the next of its own series and year.

    The series is that of the kind and the issuing body: 04/TB-TTHĐND and 04/TB-HĐND both may be. Must run inside
    the transaction that keeps the document.
    """
    if number is None:
        number = take_number(council_id=council_id, series=document.series, year=on.year)
    return replace(document, number=number, issued_on=on)
