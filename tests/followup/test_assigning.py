"""Work that follows from a record of any register: its origin is opened once, the day comes from a rule or is set."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.followup.assigning import follow
from dienhong.followup.following import undertakings_of
from dienhong.followup.models import Origin, Undertaking
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Organisation
from dienhong.registers import actions as records
from dienhong.resolutions.models import Resolution
from dienhong.resolutions.register import resolutions

from ..factories import NOW, make_body, make_user
from ..resolutions.factories import PASSED, make_resolution

pytestmark = pytest.mark.django_db
GIVEN_ON, DUE_ON = date(2023, 8, 1), date(2023, 12, 31)


@pytest.fixture
def resolution(commune: Council, clerk: User) -> Resolution:
    return make_resolution(commune, clerk, **PASSED)


@pytest.fixture
def executive(commune: Council) -> Organisation:
    return make_body(commune, "executive", "Ủy ban nhân dân xã Mẫu")


def given(lead: Organisation, by: User, **fields: Any) -> dict[str, Any]:
    usual = {
        "text": "Báo cáo kết quả thực hiện",
        "on": GIVEN_ON,
        "due_on": DUE_ON,
        "due_why": "Nghị quyết đặt",
    }
    return {**usual, "lead": lead, "by": by, "at": NOW, **fields}


def test_the_origin_is_opened_once(resolution: Resolution, executive: Organisation, clerk: User) -> None:
    first = follow(resolution, **given(executive, clerk))
    second = follow(resolution, **given(executive, clerk, text="Bố trí vốn"))
    resolution.refresh_from_db()
    assert first.origin == second.origin == resolution.origin
    assert (first.origin.kind, first.origin.code) == ("resolution", resolution.code)
    assert [u.text for u in undertakings_of(resolution, clerk)] == ["Báo cáo kết quả thực hiện", "Bố trí vốn"]


def test_where_no_rule_gives_the_day_the_council_sets_it(
    resolution: Resolution, executive: Organisation, clerk: User
) -> None:
    with pytest.raises(Refused, match="hạn phải xong"):
        follow(resolution, **given(executive, clerk, due_on=None))
    assert not Origin.objects.exists()
    assert follow(resolution, **given(executive, clerk)).due_explanation == "Nghị quyết đặt"


def test_nothing_follows_from_what_was_cancelled(
    resolution: Resolution, executive: Organisation, clerk: User
) -> None:
    records.cancel(resolutions, resolution, reason="ghi nhầm", expected_version=1, by=clerk, at=NOW)
    with pytest.raises(Refused, match="đã hủy"):
        follow(resolution, **given(executive, clerk))


def test_who_may_not(
    resolution: Resolution,
    executive: Organisation,
    commune: Council,
    sister_clerk: User,
    district_clerk: User,
) -> None:
    for stranger in (sister_clerk, district_clerk, make_user("daibieu.xa", Role.DELEGATE, commune)):
        with pytest.raises(NotAllowed):
            follow(resolution, **given(executive, stranger))
    assert not Undertaking.objects.exists()


def test_the_page_assigns_and_both_pages_lead_to_each_other(
    client: Client, resolution: Resolution, executive: Organisation, commune: Council, clerk: User
) -> None:
    client.force_login(clerk)
    home = f"/{commune.slug}/nghi-quyet/{resolution.code}/"
    assert "giao-viec/" in client.get(home).content.decode()
    typed = {"text": "Báo cáo", "lead": executive.pk, "on": "1/8/2023"}
    refused = client.post(f"{home}giao-viec/", typed)
    assert refused.status_code == 422 and "Hãy ghi hạn phải xong." in refused.content.decode()
    assert client.post(f"{home}giao-viec/", {**typed, "due_on": "31/12/2023"}).headers["Location"] == home
    undertaking = Undertaking.objects.get()
    assert f"/viec-theo-doi/{undertaking.code}/" in client.get(home).content.decode()
    assert home in client.get(f"/{commune.slug}/viec-theo-doi/{undertaking.code}/").content.decode()
