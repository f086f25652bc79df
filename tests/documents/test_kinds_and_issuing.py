"""Numbers and symbols of documents, and the series they are taken from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction

from dienhong.documents.issuing import issue
from dienhong.documents.kinds import KINDS
from dienhong.documents.wording import number_and_symbol

from .papers import COUNCIL, LETTER, REPORT, RESOLUTION


@pytest.mark.parametrize(
    ("kind", "issuer", "unit", "printed"),
    [
        ("notice", "TTHĐND", "", "04/TB-TTHĐND"),
        ("notice", "HĐND", "", "04/TB-HĐND"),
        ("letter", "UBND", "VX", "04/UBND-VX"),
        ("letter", "HĐND", "", "04/HĐND"),
        ("normative_resolution", "HĐND", "", "04/2025/NQ-HĐND"),
        ("resolution", "HĐND", "", "04/NQ-HĐND"),
        ("programme", "HĐND", "", "04/CTr-HĐND"),
        ("submission", "TTHĐND", "", "04/TTr-TTHĐND"),
    ],
)
def test_numbers(kind: str, issuer: str, unit: str, printed: str) -> None:
    assert str(KINDS[kind].number(4, issuer=issuer, year=2025, unit=unit)) == printed


def test_three_figures_stay_as_they_are() -> None:
    assert str(KINDS["report"].number(134, issuer="HĐND", year=2023)) == "134/BC-HĐND"


def test_before_issue_the_place_of_the_number_stays_open() -> None:
    assert number_and_symbol(LETTER).split() == ["/TTHĐND-TH"]
    assert number_and_symbol(replace(RESOLUTION, number=None, issued_on=None, year=2024)).split() == [
        "/2024/NQ-HĐND"
    ]


def test_series_are_of_kind_and_issuer() -> None:
    series = {kind.series(issuer) for kind in KINDS.values() for issuer in ("HĐND", "TTHĐND")}
    assert len(series) == 2 * len(KINDS)
    assert {"TB-HĐND", "TB-TTHĐND", "NQ-QPPL-HĐND", "CV-HĐND"} <= series


@pytest.mark.django_db
def test_issue_takes_the_next_number_of_the_series_and_year() -> None:
    def issued(paper: object, year: int, number: int | None = None) -> str:
        return number_and_symbol(issue(paper, council_id=1, on=date(year, 3, 1), number=number))  # type: ignore[arg-type]

    with transaction.atomic():
        own = replace(REPORT, issuer=COUNCIL)
        assert [issued(REPORT, 2024), issued(REPORT, 2024), issued(own, 2024)] == [
            "01/BC-TTHĐND",
            "02/BC-TTHĐND",
            "01/BC-HĐND",
        ]
        assert issued(REPORT, 2025) == "01/BC-TTHĐND"
        assert issued(RESOLUTION, 2024) == "01/2024/NQ-HĐND"


@pytest.mark.django_db
def test_a_number_of_the_registry_is_kept_as_typed() -> None:
    issued = issue(REPORT, council_id=1, on=date(2024, 2, 7), number=57)
    assert (number_and_symbol(issued), issued.issued_on) == ("57/BC-TTHĐND", date(2024, 2, 7))
