"""The bodies that issue papers, as the head of a paper names them."""

from __future__ import annotations

from dienhong.documents.official import Issuer
from dienhong.organisations.models import Council
from dienhong.organisations.naming import bare_name


def standing_committee_of(council: Council) -> Issuer:
    """Thường trực HĐND: under the council's name, with the symbol of its own series (04/TB-TTHĐND)."""
    return Issuer(
        name="Thường trực",
        symbol="TTHĐND",
        place=bare_name(council.unit),
        superior=f"Hội đồng nhân dân {council.short_name}",
        full_name=f"Thường trực HĐND {council.short_name}",
    )
