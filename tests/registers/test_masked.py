"""Records that count for who may not read them: a masked row, no page, no search, no export."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.db.models import Q
from django.test import Client
from python_calamine import CalamineWorkbook

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.register import register
from dienhong.council_sessions.states import SessionKind
from dienhong.organisations.models import Council
from dienhong.registers.listing import Listing
from dienhong.registers.spreadsheet import spreadsheet_of

from ..factories import make_session

SECRET = "Phòng kín"


@pytest.fixture
def two(commune: Council, clerk: User, district_clerk: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session that anybody reads, and one that only the commune's own clerk does."""
    make_session(commune, clerk, ordinal=7, place="Hội trường")
    make_session(commune, clerk, ordinal=8, kind=SessionKind.THEMATIC, place=SECRET)
    mask = Q(kind=SessionKind.THEMATIC)
    hidden = classmethod(lambda cls, user: ~Q(pk=None) & Q(pk=0) if user == clerk else mask)
    monkeypatch.setattr(CouncilSession, "masked_from", hidden)
    monkeypatch.setattr(CouncilSession, "MASK_SHOWS", ("kind", "opens_on"))


def places(council: Council, user: User, **address: str) -> list[str | None]:
    listing = Listing(register, council, user, address)
    return [listing.sight.said(record, "place") for record in listing.rows]


def test_it_counts_and_tells_only_what_it_may(two: None, commune: Council, district_clerk: User) -> None:
    listing = Listing(register, commune, district_clerk, {})
    assert listing.total == 2
    (masked,) = [record for record in listing.rows if listing.sight.is_masked(record)]
    assert listing.sight.said(masked, "place") is None
    assert listing.sight.said(masked, "opens_on") == date(2023, 7, 18)


def test_who_may_read_it_sees_all_of_it(two: None, commune: Council, clerk: User) -> None:
    assert set(places(commune, clerk)) == {"Hội trường", SECRET}


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ({"tim": "phong kin"}, 0),
        ({"tim": "ky hop"}, 1),
        ({"kind": "thematic"}, 1),
        ({"status": "planned"}, 1),
    ],
)
def test_search_and_filters_tell_nothing_of_it(
    two: None, commune: Council, district_clerk: User, address: dict[str, str], count: int
) -> None:
    assert Listing(register, commune, district_clerk, address).total == count


def test_only_what_is_told_orders(two: None, commune: Council, district_clerk: User) -> None:
    assert Listing(register, commune, district_clerk, {"sap-xep": "opens_on"}).order == "opens_on"
    assert Listing(register, commune, district_clerk, {"sap-xep": "code"}).order == register.order


def test_pages_and_files_keep_it(two: None, commune: Council, district_clerk: User, client: Client) -> None:
    client.force_login(district_clerk)
    page = client.get("/xa-mau/ky-hop/")
    assert "Mật" in page.text and SECRET not in page.text
    secret = CouncilSession.objects.get(kind=SessionKind.THEMATIC)
    opened = client.get(f"/xa-mau/ky-hop/{secret.code}/")
    assert opened.status_code == 403 and "diện mật" in opened.text
    listing = Listing(register, commune, district_clerk, {})
    rows = CalamineWorkbook.from_filelike(BytesIO(spreadsheet_of(listing))).get_sheet_by_index(0).to_python()
    assert "Mật" in rows[4] and not any(SECRET in row for row in rows)


def test_readable_leaves_it_out(two: None, district_clerk: User, clerk: User) -> None:
    assert register.objects.visible_to(district_clerk).count() == 2
    assert register.objects.readable_by(district_clerk).count() == 1
    assert register.objects.readable_by(clerk).count() == 2
