"""Lists: what is seen, found, filtered, ordered and paged, in a constant number of statements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from dienhong.accounts.models import User
from dienhong.activities.register import trainings
from dienhong.council_sessions.register import register
from dienhong.council_sessions.states import SessionKind, SessionStatus
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.declaration import Register
from dienhong.registers.filters import UNSET
from dienhong.registers.listing import Listing
from dienhong.registers.spreadsheet import spreadsheet_of
from dienhong.voters.register import meetings

from ..activities.factories import make_training
from ..factories import NOW, make_session
from ..voters.factories import make_meeting, make_round


def listing(council: Council, user: User, page_size: int = 50, **address: str) -> Listing:
    words = {name.replace("_", "-"): value for name, value in address.items()}
    return Listing(register, council, user, words, page_size)


def codes(found: Listing) -> list[str]:
    return [record.code for record in found.rows]


@pytest.fixture
def three(commune: Council, clerk: User) -> list[str]:
    rows = [
        {"ordinal": 7, "opens_on": date(2023, 7, 18), "place": "Nhà rông thôn Đăk Mốt"},
        {"ordinal": 8, "opens_on": date(2023, 9, 5), "kind": SessionKind.THEMATIC},
        {"ordinal": 5, "opens_on": date(2022, 7, 5), "status": SessionStatus.CLOSED},
    ]
    return [make_session(commune, clerk, **row).code for row in rows]


def test_the_newest_stands_first(three: list[str], commune: Council, clerk: User) -> None:
    assert codes(listing(commune, clerk)) == [three[1], three[0], three[2]]
    assert codes(listing(commune, clerk, sap_xep="opens_on")) == [three[2], three[0], three[1]]


def test_found_without_diacritics_and_in_any_case(three: list[str], commune: Council, clerk: User) -> None:
    for words in ("nha rong", "NHÀ RÔNG", "dak mot", "ro"):
        assert codes(listing(commune, clerk, tim=words)) == [three[0]]
    assert codes(listing(commune, clerk, tim="rông nhà")) == [three[0]]
    assert codes(listing(commune, clerk, tim="không có")) == []
    assert codes(listing(commune, clerk, tim="rông mới")) == [], "the shorter word must be there too"
    assert codes(listing(commune, clerk, tim="%")) == [three[1], three[0], three[2]]


def test_filters_stay_in_the_address_and_read_as_words(
    three: list[str], commune: Council, clerk: User
) -> None:
    found = listing(commune, clerk, kind="thematic", nam="2023")
    assert codes(found) == [three[1]]
    assert found.described() == ["Loại kỳ họp: chuyên đề", "năm 2023"]
    assert found.with_changes({"kind": None}) == "?nam=2023"


def test_what_nothing_is_recorded_of_can_be_asked_for(commune: Council, clerk: User) -> None:
    held = make_round(commune, clerk)
    without, within = make_meeting(commune, clerk), make_meeting(commune, clerk, round=held)
    broad, narrow = make_training(commune, clerk), make_training(commune, clerk, for_level=Level.COMMUNE)

    def found(of: Register, **address: str) -> tuple[list[str], list[str]]:
        listed = Listing(of, commune, clerk, address)
        return codes(listed), listed.described()

    assert found(meetings, round=UNSET) == ([without.code], ["Đợt: chưa ghi"])
    assert found(meetings, round=str(held.pk))[0] == [within.code]
    assert found(trainings, for_level=UNSET)[0] == [broad.code]
    assert found(trainings, for_level="commune")[0] == [narrow.code]
    assert len(found(register, kind=UNSET)[0]) == len(found(register)[0]), "the kind is always recorded"


def test_what_the_address_cannot_mean_is_ignored(three: list[str], commune: Council, clerk: User) -> None:
    odd = {
        "kind": "x' OR 1=1",
        "sap_xep": "recorded_by__password",
        "sau": "%%%",
        "nam": "99999",
        "pham_vi": "het",
    }
    assert len(codes(listing(commune, clerk, **odd))) == 3
    assert len(codes(listing(commune, clerk, tu="2023-12-31", den="2023-01-01"))) == 3


def test_days_make_a_period(three: list[str], commune: Council, clerk: User) -> None:
    assert codes(listing(commune, clerk, tu="2023-07-18", den="2023-07-18")) == [three[0]]


def test_cancelled_records_show_only_when_asked_for(three: list[str], commune: Council, clerk: User) -> None:
    record = register.objects.get(code=three[0])
    actions.cancel(register, record, reason="Trùng", expected_version=1, by=clerk, at=NOW)
    assert three[0] not in codes(listing(commune, clerk))
    assert three[0] in codes(listing(commune, clerk, da_huy="1"))


def test_the_scope_reaches_below_for_who_may_see_it(
    three: list[str], commune: Council, district: Council, clerk: User, district_clerk: User
) -> None:
    own = make_session(district, district_clerk)
    assert codes(listing(district, district_clerk)) == [own.code]
    assert listing(district, district_clerk, pham_vi="tat-ca").total == 4
    assert listing(district, district_clerk, pham_vi="cap-xa").total == 3
    assert listing(district, clerk, pham_vi="tat-ca").total == 3
    assert list(listing(commune, clerk).scopes) == [""]
    assert list(listing(district, district_clerk).scopes) == ["", "tat-ca", "cap-xa"]


def test_a_sister_sees_nothing(three: list[str], commune: Council, sister_clerk: User) -> None:
    assert listing(commune, sister_clerk).total == 0


def pages(council: Council, user: User, size: int, **address: str) -> list[str]:
    """Every code by walking from page to page."""
    seen: list[str] = []
    step: str | None = ""
    while step is not None:
        page = listing(council, user, size, **address, **({"sau": step} if step else {}))
        seen += codes(page)
        step = page.next_address and page.next_address.split("sau=")[1].split("&")[0]
    return seen


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    offsets=st.lists(st.integers(0, 9), min_size=1, max_size=12), size=st.integers(1, 5), down=st.booleans()
)
def test_pages_hold_every_record_once_and_in_order(
    offsets: list[int], size: int, down: bool, commune: Council, clerk: User
) -> None:
    register.model.objects.all().delete()
    for ordinal, offset in enumerate(offsets, start=1):
        make_session(commune, clerk, ordinal=ordinal, opens_on=date(2023, 1, 1) + timedelta(days=offset))
    order = "-opens_on" if down else "opens_on"
    whole = [record.code for record in listing(commune, clerk, sap_xep=order).records]
    assert pages(commune, clerk, size, sap_xep=order) == whole
    assert len(set(whole)) == len(offsets)


def test_statements_do_not_grow_with_rows(
    commune: Council, clerk: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def whole_list() -> None:
        found = listing(commune, User.objects.get(pk=clerk.pk))
        _ = (
            found.total,
            [(record.council.short_name, record.said("kind")) for record in found.rows],
            found.scopes,
        )

    make_session(commune, clerk, ordinal=1)
    few = _count(whole_list)
    for ordinal in range(2, 52):
        make_session(commune, clerk, ordinal=ordinal)
    with django_assert_num_queries(few):
        whole_list()


def _count(act: Callable[[], None]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_excel_holds_the_rows_of_the_list(three: list[str], commune: Council, clerk: User) -> None:
    found = listing(commune, clerk, nam="2023")
    rows = CalamineWorkbook.from_filelike(BytesIO(spreadsheet_of(found))).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[4:]] == codes(found)
    assert rows[4][3] == date(2023, 9, 5)
    assert "năm 2023" in str(rows[1][0])
