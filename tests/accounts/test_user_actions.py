from random import Random
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.actions import users
from dienhong.organisations.actions.users import Opened
from dienhong.organisations.administration import may_administer_user, users_known_to
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council
from tests.small_country import NOON, REFORM, TODAY, Country, grant, user

ROLE = {"role": Role.CLERK, "organisation": None, "reach": Reach.OWN, "from_on": TODAY, "to_on": None}


def open_account(country: Country, by: User, council: Council | None = None, **values: Any) -> Opened:
    given = {"username": "an.nguyen", "full_name": "Cán bộ mẫu An", "email": "An@Mau.vn ", **values}
    return users.add_user(
        **given, council=council or country.commune, role=ROLE, randomness=Random(1), by=by, at=NOON
    )


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {violation.code for violation in refusal.value.violations}


def test_an_account_opens_with_a_role_and_a_password_that_must_be_replaced(country: Country) -> None:
    opened = open_account(country, country.local)
    made = User.objects.get(username="an.nguyen")
    assert made.check_password(opened.password)
    assert made.must_change_password
    assert made.email == "an@mau.vn"
    assert [(g.council, g.role) for g in made.grants.all()] == [(country.commune, "clerk")]
    validate_password(opened.password, made)


def test_no_password_enters_the_journal(country: Country) -> None:
    opened = open_account(country, country.local)
    users.reset_password(opened.user, randomness=Random(2), expected_version=1, by=country.local, at=NOON)
    told = str(list(Entry.objects.values_list("changes", flat=True)))
    assert "'password': [None, None]" in told
    assert "argon2" not in told
    assert "md5" not in told
    assert opened.password not in told


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"username": "quantri-xa"}, "username"),
        ({"username": "Nguyễn An"}, "username"),
        ({"full_name": ""}, "full_name"),
        ({"email": "không phải thư"}, "email"),
    ],
)
def test_an_account_that_does_not_fit_leaves_nothing_behind(
    country: Country, values: dict[str, Any], field: str
) -> None:
    before = User.objects.count()
    with pytest.raises(Refused) as refusal:
        open_account(country, country.local, **values)
    assert field in {violation.field for violation in refusal.value.violations}
    assert User.objects.count() == before


def test_an_address_belongs_to_one_account(country: Country) -> None:
    open_account(country, country.local)
    with pytest.raises(Refused, match="thư điện tử này đã có tài khoản khác"):
        open_account(country, country.local, username="khac", email="AN@mau.vn")


def test_accounts_are_opened_where_one_administers(country: Country) -> None:
    for by in (country.clerk, country.stranger):
        with pytest.raises(NotAllowed):
            open_account(country, by)
    with pytest.raises(NotAllowed):
        open_account(country, country.local, country.sister)
    open_account(country, country.upper, country.sister)


def test_a_name_is_put_right_and_the_second_editor_is_told(country: Country) -> None:
    act: dict[str, Any] = {"expected_version": 1, "by": country.local, "at": NOON}
    users.change_user(country.clerk, full_name="Cán bộ mẫu Bình", email="", **act)
    assert User.objects.get(pk=country.clerk.pk).full_name == "Cán bộ mẫu Bình"
    with pytest.raises(Changed):
        users.change_user(country.clerk, full_name="Khác", email="", **act)


def test_a_closed_account_signs_in_no_more_until_it_is_opened_again(country: Country) -> None:
    act: dict[str, Any] = {"by": country.local, "at": NOON}
    users.deactivate_user(country.clerk, reason="nghỉ việc", expected_version=1, **act)
    assert not User.objects.get(pk=country.clerk.pk).is_active
    with pytest.raises(Refused) as refusal:
        users.reset_password(country.clerk, randomness=Random(1), expected_version=2, **act)
    assert codes(refusal) == {"user.inactive"}
    users.reactivate_user(country.clerk, expected_version=2, **act)
    assert User.objects.get(pk=country.clerk.pk).is_active
    with pytest.raises(Refused):
        users.reactivate_user(country.clerk, expected_version=3, **act)


def test_nobody_closes_the_own_account(country: Country) -> None:
    with pytest.raises(Refused) as refusal:
        users.deactivate_user(country.local, reason="r", expected_version=1, by=country.local, at=NOON)
    assert codes(refusal) == {"user.self"}


def test_the_last_administrator_is_not_closed_even_by_the_operator(country: Country) -> None:
    act: dict[str, Any] = {"reason": "r", "by": User.objects.operator(), "at": NOON}
    with pytest.raises(Refused) as refusal:
        users.deactivate_user(country.upper, expected_version=1, **act)
    assert codes(refusal) == {"role.last_administrator"}
    user("quantri-2", country.province, Role.ADMINISTRATOR, Reach.OWN_AND_BELOW)
    users.deactivate_user(country.upper, expected_version=1, **act)
    assert not country.upper.is_active


def test_a_password_is_not_a_way_above_ones_own_reach(country: Country) -> None:
    """The province's clerk also works in the commune: its administrator may not become that clerk."""
    grant(country.clerk, country.province, Role.CLERK, Reach.OWN_AND_BELOW)
    for act in (
        lambda by: users.reset_password(
            country.clerk, randomness=Random(1), expected_version=1, by=by, at=NOON
        ),
        lambda by: users.change_user(
            country.clerk, full_name="A", email="ke-gian@mau.vn", expected_version=1, by=by, at=NOON
        ),
        lambda by: users.deactivate_user(country.clerk, reason="r", expected_version=1, by=by, at=NOON),
        lambda by: users.reactivate_user(country.clerk, expected_version=1, by=by, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            act(country.local)
    opened = users.reset_password(
        country.clerk, randomness=Random(1), expected_version=1, by=country.upper, at=NOON
    )
    assert User.objects.get(pk=country.clerk.pk).check_password(opened.password)


def test_whose_account_is_whose_to_look_after(country: Country) -> None:
    nobody, former = user("khong-vai-tro"), user("da-thoi")
    grant(former, country.commune, Role.CLERK, from_on=REFORM, to_on=REFORM)
    operator = User.objects.operator()
    assert may_administer_user(country.local, former, TODAY)
    assert not may_administer_user(country.local, nobody, TODAY)
    assert may_administer_user(operator, nobody, TODAY)
    assert not may_administer_user(operator, operator, TODAY)
    assert not may_administer_user(country.upper, operator, TODAY)
    assert not may_administer_user(country.local, country.upper, TODAY)
    assert may_administer_user(country.upper, country.local, TODAY)
    assert not may_administer_user(country.stranger, country.clerk, TODAY)


def test_which_accounts_an_administrator_knows(country: Country) -> None:
    assert set(users_known_to(country.local, TODAY)) == {country.local, country.clerk}
    assert set(users_known_to(country.upper, TODAY)) == {country.upper, country.local, country.clerk}
    assert set(users_known_to(country.clerk, TODAY)) == set()
    everybody = users_known_to(User.objects.operator(), TODAY)
    assert country.stranger in everybody
    assert not everybody.filter(is_operator=True).exists()
