from random import Random

import pytest

from dienhong.accounts import rules
from dienhong.accounts.models import User
from dienhong.accounts.passwords import first_password

BY = User(pk=1)


def codes(violations: object) -> list[str]:
    return [violation.code for violation in violations]  # type: ignore[attr-defined]


@pytest.mark.parametrize("username", ["an.nguyen", "chuyenvien01", "ubnd_xa-1", "a" * 60])
def test_plain_user_names(username: str) -> None:
    assert rules.username_is_plain(username) is None


@pytest.mark.parametrize("username", ["", "ab", "An.Nguyen", "nguyễn", "a b c", "-abc", "a" * 61, "abc\n"])
def test_user_names_that_are_not_typed_alike_everywhere(username: str) -> None:
    violation = rules.username_is_plain(username)
    assert violation is not None
    assert violation.field == "username"


def test_somebody_elses_open_account_is_closed_for_a_reason() -> None:
    assert codes(rules.may_deactivate(User(pk=2), BY, "nghỉ việc")) == []
    assert codes(rules.may_deactivate(User(pk=2), BY, " ")) == ["reason"]
    assert codes(rules.may_deactivate(User(pk=1), BY, "nghỉ việc")) == ["user.self"]
    assert codes(rules.may_deactivate(User(pk=2, is_active=False), BY, "nghỉ việc")) == ["user.inactive"]


def test_a_closed_account_is_opened_again() -> None:
    assert rules.may_reactivate(User(is_active=False)) is None
    assert rules.may_reactivate(User(is_active=True)) is not None


def test_a_password_is_given_to_others_with_an_open_account() -> None:
    assert codes(rules.may_reset(User(pk=2), BY)) == []
    assert codes(rules.may_reset(User(pk=1), BY)) == ["user.self"]
    assert codes(rules.may_reset(User(pk=2, is_active=False), BY)) == ["user.inactive"]


def test_a_first_password_comes_from_the_randomness_it_is_given() -> None:
    assert first_password(Random(7)) == first_password(Random(7)) != first_password(Random(8))
    made = first_password(Random(7))
    assert len(made) == 14
    assert not set(made) & set("0o1lij")
