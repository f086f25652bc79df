"""Where a figure leads: to the list of its records, or to what a council reported where it keeps none."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from dienhong.indicators.addresses import address_of
from dienhong.indicators.declaration import Part
from dienhong.indicators.figure import Figure, Source
from dienhong.indicators.periods import words_of
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council


def url_of(
    figure: Figure, *, level: str | None = None, council: Council | None = None, part: Part | None = None
) -> str:
    """The page behind a figure, with its filters in the address; empty where it may not be opened."""
    if council is not None and figure.source_of(council) is Source.REPORTED:
        return reported_url(council, figure.scope.period, figure.indicator.code)
    address = address_of(figure, level=level, council=council, part=part)
    return address.url if address else ""


def reported_url(council: Council, period: Period, code: str = "") -> str:
    """The figures that a council reported for a period, at one of them."""
    base = reverse("reported-figures", args=[council.slug])
    return f"{base}?{urlencode(words_of(period))}" + (f"#{code}" if code else "")
