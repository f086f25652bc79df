"""Seats and positions through their actions: refused with a sentence, or recorded whole."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.models import Council, Organisation
from dienhong.people.actions import end_mandate, end_position, resume_mandate, resume_position
from dienhong.people.models import Mandate, Person, Position
from dienhong.people.register import constituencies, mandates, positions, terms
from dienhong.registers import actions

from ..factories import (
    NOW,
    TERM_START,
    make_body,
    make_constituency,
    make_mandate,
    make_position,
    make_term,
    make_user,
)

LAST = date(2023, 6, 14)


@pytest.fixture
def standing(commune: Council) -> Organisation:
    return make_body(commune, "standing_committee", "Thường trực HĐND xã Mẫu")


def end(mandate: Any, by: User, **values: Any) -> Any:
    usual = {"to_on": LAST, "end_reason": "deceased", "expected_version": mandate.version}
    return end_mandate(mandates, mandate, **{**usual, **values}, by=by, at=NOW)


def codes(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [violation.code for violation in refusal.value.violations]


def test_a_seat_ends_with_its_positions_and_says_so(
    commune: Council, clerk: User, standing: Organisation
) -> None:
    mandate = make_mandate(commune, clerk)
    chair = make_position(standing, "chair", mandate, clerk)
    front = make_position(make_body(commune, "executive", "UBND xã Mẫu"), "chair", mandate, clerk)
    end(mandate, clerk, end_reason="resigned", decided_at="Kỳ họp thứ 6")
    mandate.refresh_from_db()
    chair.refresh_from_db()
    front.refresh_from_db()
    assert (mandate.to_on, mandate.end_reason, mandate.decided_at) == (LAST, "resigned", "Kỳ họp thứ 6")
    assert chair.to_on == LAST
    assert front.to_on is None, "the executive is no body of the council"
    verbs = Entry.objects.filter(council_id=commune.pk).order_by("pk").values_list("verb", flat=True)
    assert list(verbs)[-2:] == ["Thôi giữ chức vụ", "Ghi thôi làm đại biểu"]


def test_an_end_outside_the_term_in_the_future_or_without_its_session_is_refused(
    commune: Council, clerk: User
) -> None:
    mandate = make_mandate(commune, clerk)
    for values, code in (
        ({"to_on": date(2021, 5, 1)}, "shape"),
        ({"to_on": date(2023, 12, 1)}, "dates.future"),
        ({"end_reason": "dismissed"}, "mandate.decided_at"),
    ):
        with pytest.raises(Refused) as refusal:
            end(mandate, clerk, **values)
        assert code in codes(refusal)
    assert Mandate.objects.get().to_on is None


def test_an_end_before_a_position_begins_keeps_everything_as_it_was(
    commune: Council, clerk: User, standing: Organisation
) -> None:
    mandate = make_mandate(commune, clerk)
    make_position(standing, "vice_chair", mandate, clerk)
    later = make_body(commune, "committee", "Ban Pháp chế")
    make_position(later, "head", mandate, clerk, from_on=date(2023, 9, 1))
    with pytest.raises(Refused) as refusal:
        end(mandate, clerk)
    assert codes(refusal) == ["mandate.later_position"]
    assert not Position.objects.filter(to_on__isnull=False).exists()


def test_an_end_recorded_by_mistake_is_taken_back_with_a_reason(commune: Council, clerk: User) -> None:
    mandate = end(make_mandate(commune, clerk), clerk)
    resume_mandate(mandates, mandate, reason="Ghi nhầm người", expected_version=2, by=clerk, at=NOW)
    mandate.refresh_from_db()
    assert (mandate.to_on, mandate.end_reason) == (None, "")
    assert Entry.objects.latest("pk").reason == "Ghi nhầm người"


def test_the_second_of_two_who_end_a_seat_is_told(commune: Council, clerk: User) -> None:
    mandate = make_mandate(commune, clerk)
    end(Mandate.objects.get(), clerk)
    with pytest.raises(Changed):
        end(mandate, clerk)


def test_only_a_clerk_of_the_very_council_ends_a_seat(
    commune: Council, clerk: User, district_clerk: User
) -> None:
    mandate = make_mandate(commune, clerk)
    for stranger in (district_clerk, make_user("daibieu", "delegate", commune)):
        with pytest.raises(NotAllowed):
            end(mandate, stranger)


def test_the_same_person_does_not_sit_twice(commune: Council, clerk: User) -> None:
    make_mandate(commune, clerk, born_on=date(1970, 2, 3))
    for same in ({"born_on": date(1970, 2, 3)}, {"birth_year": 1970}, {}):
        with pytest.raises(Refused) as refusal:
            make_mandate(commune, clerk, "trần thị mẫu", **same)
        assert codes(refusal) == ["mandate.twice"]
    make_mandate(commune, clerk, born_on=date(1970, 2, 4))
    assert Person.objects.count() == 2


def test_a_person_is_one_from_term_to_term_and_an_old_term_keeps_what_was_said(
    commune: Council, clerk: User
) -> None:
    old = commune.terms.get()
    first = make_mandate(commune, clerk, born_on=date(1970, 2, 3), education="university")
    values = {"ends_on": date(2023, 1, 31)}
    actions.change(terms, old, values=values, expected_version=1, by=clerk, at=NOW)
    new = make_term(commune, ordinal=15, starts_on=date(2023, 2, 1), first_year=2023, code="NK-2023-001")
    second = make_mandate(
        commune, clerk, born_on=date(1970, 2, 3), term=new, from_on=new.starts_on, education="postgraduate"
    )
    assert first.person == second.person
    first.refresh_from_db()
    assert first.education == "university"


def test_a_corrected_name_is_the_persons(commune: Council, clerk: User, standing: Organisation) -> None:
    mandate = make_mandate(commune, clerk)
    position = make_position(standing, "chair", mandate, clerk)
    values = {"full_name": "Trần Thị Mầu", "born_on": date(1971, 1, 1)}
    actions.change(mandates, mandate, values=values, expected_version=1, by=clerk, at=NOW)
    assert Position.objects.get(pk=position.pk).holder == "Trần Thị Mầu"
    assert Person.objects.get().birth_year == 1971


def test_no_more_delegates_than_seats_until_one_leaves(commune: Council, clerk: User) -> None:
    term = commune.terms.get()
    actions.change(terms, term, values={"seats_allotted": 1}, expected_version=1, by=clerk, at=NOW)
    first = make_mandate(commune, clerk)
    follower = {"origin": "by_elected", "from_on": date(2023, 7, 1)}
    with pytest.raises(Refused) as refusal:
        make_mandate(commune, clerk, "Lê Văn Kế", **follower)
    assert codes(refusal) == ["mandate.no_seat"]
    end(first, clerk)
    assert make_mandate(commune, clerk, "Lê Văn Kế", **follower).origin == "by_elected"


def test_two_chairs_at_once_are_refused_and_one_after_the_other_is_not(
    commune: Council, clerk: User, standing: Organisation
) -> None:
    old = make_position(standing, "chair", make_mandate(commune, clerk), clerk)
    other = make_mandate(commune, clerk, "Lê Văn Kế")
    with pytest.raises(Refused) as refusal:
        make_position(standing, "chair", other, clerk, from_on=LAST)
    assert codes(refusal) == ["position.held"]
    end_position(positions, old, to_on=LAST, expected_version=1, by=clerk, at=NOW)
    new = make_position(standing, "chair", other, clerk, from_on=date(2023, 6, 15))
    with pytest.raises(Refused):
        resume_position(positions, old, reason="Ghi nhầm", expected_version=2, by=clerk, at=NOW)
    actions.cancel(positions, new, reason="Ghi nhầm", expected_version=1, by=clerk, at=NOW)
    old.refresh_from_db()
    resumed = resume_position(positions, old, reason="Ghi nhầm", expected_version=2, by=clerk, at=NOW)
    assert resumed.to_on is None  # type: ignore[attr-defined]


def test_who_is_no_delegate_sits_in_no_body_of_the_council(
    commune: Council, clerk: User, standing: Organisation
) -> None:
    values = {"organisation": standing, "role": "member", "full_name": "Hồ Văn Khách", "from_on": TERM_START}
    with pytest.raises(Refused) as refusal:
        actions.add(positions, council=commune, values=values, by=clerk, at=NOW)
    assert codes(refusal) == ["position.no_seat"]
    office = make_body(commune, "office", "Văn phòng")
    chief = {**values, "organisation": office, "role": "chief"}
    assert actions.add(positions, council=commune, values=chief, by=clerk, at=NOW).holder == "Hồ Văn Khách"


def test_a_seat_with_positions_is_neither_cancelled_nor_moved_from_under_them(
    commune: Council, clerk: User, standing: Organisation
) -> None:
    mandate = make_mandate(commune, clerk)
    make_position(standing, "chair", mandate, clerk)
    with pytest.raises(Refused) as refusal:
        actions.cancel(mandates, mandate, reason="Nhầm", expected_version=1, by=clerk, at=NOW)
    assert codes(refusal) == ["mandate.has_positions"]
    with pytest.raises(Refused) as refusal:
        values = {"from_on": date(2022, 1, 1)}
        actions.change(mandates, mandate, values=values, expected_version=1, by=clerk, at=NOW)
    assert codes(refusal) == ["mandate.has_positions"]


def test_terms_and_constituencies_with_delegates_stay(commune: Council, clerk: User) -> None:
    place = make_constituency(commune, clerk)
    make_mandate(commune, clerk, constituency=place)
    for register, record in ((terms, commune.terms.get()), (constituencies, place)):
        with pytest.raises(Refused):
            actions.cancel(register, record, reason="Nhầm", expected_version=1, by=clerk, at=NOW)


def test_a_term_that_begins_before_the_last_one_ended_is_refused(commune: Council, clerk: User) -> None:
    values = {"ordinal": 15, "starts_on": date(2023, 2, 1), "first_year": 2023, "last_year": 2028}
    values["seats_allotted"] = 20
    with pytest.raises(Refused) as refusal:
        actions.add(terms, council=commune, values=values, by=clerk, at=NOW)
    assert codes(refusal) == ["term.overlap"]


def test_a_register_never_makes_withheld_fields_searchable() -> None:
    from dataclasses import replace

    from dienhong.registers.declaration import Column

    with pytest.raises(ValueError, match="religion"):
        replace(mandates, columns=(Column("full_name"), Column("religion", sortable=True)))
