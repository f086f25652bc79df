from datetime import date
from typing import Any

import pytest

from dienhong.audit.models import Entry
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.actions.roles import end_role, grant_role
from dienhong.organisations.kinds import OrganisationKind, Reach, Role
from dienhong.organisations.models import RoleGrant
from tests.small_country import NOON, REFORM, TODAY, Country, grant, organisation, user

YESTERDAY = date(2026, 11, 19)


def role(**values: Any) -> dict[str, Any]:
    return {
        "role": Role.CLERK,
        "organisation": None,
        "reach": Reach.OWN,
        "from_on": TODAY,
        "to_on": None,
        **values,
    }


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {violation.code for violation in refusal.value.violations}


def test_a_granted_role_acts_from_its_first_day(country: Country) -> None:
    person = user("moi")
    assert not access_of(person, TODAY).may_act(country.commune, {Role.LEADER})
    values = role(role=Role.LEADER, from_on=TODAY)
    made = grant_role(user=person, council=country.commune, values=values, by=country.local, at=NOON)
    assert access_of(person, TODAY).may_act(country.commune, {Role.LEADER})
    assert not access_of(person, YESTERDAY).may_act(country.commune, {Role.LEADER})
    entry = Entry.objects.get()
    assert (entry.council_id, entry.record_id, entry.verb) == (country.commune.pk, made.pk, "Giao vai trò")


def test_an_ended_role_is_held_to_the_end_of_its_last_day(country: Country) -> None:
    held = country.clerk.grants.get()
    end_role(held, to_on=TODAY, reason="chuyển công tác", expected_version=1, by=country.local, at=NOON)
    assert access_of(country.clerk, TODAY).may_act(country.commune, {Role.CLERK})
    assert not access_of(country.clerk, date(2026, 11, 21)).may_act(country.commune, {Role.CLERK})
    with pytest.raises(Refused) as refusal:
        end_role(held, to_on=date(2027, 1, 1), reason="", expected_version=2, by=country.local, at=NOON)
    assert codes(refusal) == {"reason", "role.ended"}


def test_an_agency_answers_for_one_organisation_of_the_area(country: Country) -> None:
    own = organisation(country.commune, "Phòng A", OrganisationKind.DEPARTMENT)
    foreign = organisation(country.sister, "Phòng B")
    act: dict[str, Any] = {
        "user": user("coquan"),
        "council": country.commune,
        "by": country.local,
        "at": NOON,
    }
    for body, expected in ((None, "shape"), (foreign, "role.other_area")):
        with pytest.raises(Refused) as refusal:
            grant_role(values=role(role=Role.AGENCY, organisation=body), **act)
        assert expected in codes(refusal)
    grant_role(values=role(role=Role.AGENCY, organisation=own), **act)
    with pytest.raises(Refused) as refusal:
        grant_role(values=role(role=Role.AGENCY, organisation=own), **act)
    assert codes(refusal) == {"role.twice"}


def test_nobody_grants_beyond_what_they_administer(country: Country) -> None:
    person = user("moi")
    far = role(role=Role.ADMINISTRATOR, reach=Reach.OWN_AND_BELOW)
    for by, council, values in (
        (country.clerk, country.commune, role()),
        (country.stranger, country.commune, role()),
        (country.local, country.sister, role()),
        (country.local, country.commune, far),
        (country.stranger, country.other, far),
        (country.upper, country.other, role()),
    ):
        with pytest.raises(NotAllowed):
            grant_role(user=person, council=council, values=values, by=by, at=NOON)
    grant_role(user=person, council=country.province, values=far, by=country.upper, at=NOON)
    assert access_of(person, TODAY).administers_installation


def test_a_commune_under_a_province_gives_no_reach_below(country: Country) -> None:
    far = role(reach=Reach.OWN_AND_BELOW)
    with pytest.raises(Refused) as refusal:
        grant_role(user=user("moi"), council=country.commune, values=far, by=country.upper, at=NOON)
    assert codes(refusal) == {"role.nothing_below"}


def test_a_wider_role_is_not_ended_by_a_narrower_administrator(country: Country) -> None:
    inside = user("tinh-tai-xa")
    far = grant(inside, country.commune, Role.LEADER, Reach.OWN_AND_BELOW)
    with pytest.raises(NotAllowed):
        end_role(far, to_on=TODAY, reason="r", expected_version=1, by=country.local, at=NOON)


def test_the_last_administrator_of_the_installation_stays(country: Country) -> None:
    last = country.upper.grants.get()
    act: dict[str, Any] = {"to_on": TODAY, "reason": "nghỉ hưu", "expected_version": 1, "at": NOON}
    with pytest.raises(Refused) as refusal:
        end_role(last, by=country.upper, **act)
    assert codes(refusal) == {"role.last_administrator"}
    second = user("quantri-2")
    grant(second, country.province, Role.ADMINISTRATOR, Reach.OWN_AND_BELOW, to_on=TODAY)
    with pytest.raises(Refused):
        end_role(last, by=country.upper, **act)
    RoleGrant.objects.filter(user=second).update(to_on=None)
    end_role(last, by=country.upper, **act)
    assert last.to_on == TODAY


def test_a_closed_account_administers_nothing(country: Country) -> None:
    second = user("quantri-2", country.province, Role.ADMINISTRATOR, Reach.OWN_AND_BELOW)
    second.is_active = False
    second.save()
    with pytest.raises(Refused):
        end_role(
            country.upper.grants.get(),
            to_on=TODAY,
            reason="r",
            expected_version=1,
            by=country.upper,
            at=NOON,
        )


def test_a_role_in_the_past_may_be_recorded(country: Country) -> None:
    values = role(from_on=REFORM, to_on=YESTERDAY)
    made = grant_role(user=user("cu"), council=country.commune, values=values, by=country.local, at=NOON)
    assert str(made) == "Cán bộ mẫu cu: chuyên viên Văn phòng, xã Tân Mẫu"
