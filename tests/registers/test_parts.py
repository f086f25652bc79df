"""Parts: a table on the page of their whole, with the button that records one more and leads back to it."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers.declaration import all_registers, get_register

from ..factories import make_user
from ..resolutions.factories import make_preparation, make_resolution

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def test_a_register_knows_its_parts() -> None:
    found = [part.code for part in get_register("resolutions").parts]
    assert found == ["resolution_preparations", "resolution_relations", "resolution_targets"]


def test_parts_stand_on_the_page_of_their_whole(signed_in: Client, commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk)
    make_preparation(resolution, clerk, body="Ban Kinh tế - Xã hội")
    page = signed_in.get(f"/{commune.slug}/nghi-quyet/{resolution.code}/").content.decode()
    assert "Ban Kinh tế - Xã hội" in page and "Chưa ghi chỉ tiêu nào." in page
    assert f"/{commune.slug}/chuan-bi-nghi-quyet/ghi-moi/?resolution={resolution.pk}" in page


def test_recording_a_part_leads_back_to_its_whole(signed_in: Client, commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk)
    address = f"/{commune.slug}/chuan-bi-nghi-quyet/ghi-moi/?resolution={resolution.pk}"
    form = signed_in.get(address).content.decode()
    assert f'<option value="{resolution.pk}" selected>' in form
    typed = {"resolution": resolution.pk, "kind": "verification", "held_on": "5/7/2023"}
    answer = signed_in.post(address, typed)
    assert answer.headers["Location"] == f"/{commune.slug}/nghi-quyet/{resolution.code}/"
    assert resolution.preparations.get().code == "CB-2023-001"


def test_who_only_reads_gets_no_button(client: Client, commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk)
    client.force_login(make_user("daibieu.xa", Role.DELEGATE, commune))
    page = client.get(f"/{commune.slug}/nghi-quyet/{resolution.code}/").content.decode()
    assert "Chuẩn bị" in page and "ghi-moi" not in page


def test_a_part_leads_back_and_is_no_entry_of_the_navigation(
    signed_in: Client, commune: Council, clerk: User
) -> None:
    resolution = make_resolution(commune, clerk)
    step = make_preparation(resolution, clerk)
    page = signed_in.get(f"/{commune.slug}/chuan-bi-nghi-quyet/{step.code}/").content.decode()
    assert f'href="/{commune.slug}/nghi-quyet/{resolution.code}/"' in page
    assert f'href="/{commune.slug}/chuan-bi-nghi-quyet/"' not in page


def test_the_page_costs_the_same_for_one_part_and_for_twenty(
    signed_in: Client, commune: Council, clerk: User
) -> None:
    resolution = make_resolution(commune, clerk)
    signed_in.get(f"/{commune.slug}/nghi-quyet/{resolution.code}/")  # what is read once per process
    counts = []
    for more in (1, 19):
        for _ in range(more):
            make_preparation(resolution, clerk)
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(f"/{commune.slug}/nghi-quyet/{resolution.code}/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_no_two_registers_number_in_one_series_or_stand_at_one_address() -> None:
    """Letters and denunciations are rows of one table and share its series; nobody else does."""
    tables: dict[str, set[str]] = defaultdict(set)
    paths = Counter(register.path for register in all_registers())
    for register in all_registers():
        tables[register.prefix].add(register.model._meta.db_table)
    assert {prefix: names for prefix, names in tables.items() if len(names) > 1} == {}
    assert {path for path, times in paths.items() if times > 1} == set()
