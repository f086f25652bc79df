"""Opening, changing and closing accounts. An account opens with its first role: without one it sees nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from random import Random
from typing import Any, NamedTuple

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from dienhong.accounts import rules as account_rules
from dienhong.accounts.models import User
from dienhong.accounts.passwords import first_password
from dienhong.audit import acts
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations import rules
from dienhong.organisations.access import access_of
from dienhong.organisations.actions.roles import grant_role
from dienhong.organisations.administration import administrators_left, may_administer_user
from dienhong.organisations.models import Council, RoleGrant


class Opened(NamedTuple):
    """An account and its password, which is told once and kept nowhere."""

    user: User
    password: str


@transaction.atomic
def add_user(
    *,
    username: str,
    full_name: str,
    email: str,
    council: Council,
    role: Mapping[str, Any],
    randomness: Random,
    by: User,
    at: datetime,
) -> Opened:
    """Open an account with its first role in ``council`` (``role`` as in ``grant_role``)."""
    if not access_of(by, timezone.localdate(at)).may_administer(council):
        raise NotAllowed(f"Anh/chị không quản trị {council.name}.")
    Refused.if_any([account_rules.username_is_plain(username)])
    password = first_password(randomness)
    user = User(username=username, full_name=full_name, email=email.strip().lower())
    user.password, user.must_change_password = make_password(password), True
    acts.create(user, council_id=None, by=by, at=at, verb="Mở tài khoản")
    grant_role(user=user, council=council, values=role, by=by, at=at)
    return Opened(user, password)


@transaction.atomic
def change_user(
    user: User, *, full_name: str, email: str, expected_version: int, by: User, at: datetime
) -> User:
    """The user name stays: the journal and the person know it."""
    _require_administrator(user, by, at)
    values = {"full_name": full_name, "email": email.strip().lower()}
    return _update(user, values, expected_version, by, at, verb="Sửa tài khoản")


@transaction.atomic
def deactivate_user(user: User, *, reason: str, expected_version: int, by: User, at: datetime) -> User:
    """Close an account at once; its roles stay as they were recorded."""
    _require_administrator(user, by, at)
    Refused.if_any(account_rules.may_deactivate(user, by, reason))
    today = timezone.localdate(at)
    if RoleGrant.objects.filter(user=user).administering_below().on(today).exists():
        left = administrators_left(without_user=user, after=today)
        Refused.if_any([rules.somebody_still_administers(left)])
    values = {"is_active": False}
    return _update(user, values, expected_version, by, at, verb="Ngừng tài khoản", reason=reason.strip())


@transaction.atomic
def reactivate_user(user: User, *, expected_version: int, by: User, at: datetime) -> User:
    """Open a closed account again, with the password it had."""
    _require_administrator(user, by, at)
    Refused.if_any([account_rules.may_reactivate(user)])
    return _update(user, {"is_active": True}, expected_version, by, at, verb="Mở lại tài khoản")


@transaction.atomic
def reset_password(
    user: User, *, randomness: Random, expected_version: int, by: User, at: datetime
) -> Opened:
    """Give a new first password; every session that the old one opened ends with it."""
    _require_administrator(user, by, at)
    Refused.if_any(account_rules.may_reset(user, by))
    password = first_password(randomness)
    values = {"password": make_password(password), "must_change_password": True}
    _update(user, values, expected_version, by, at, verb="Cấp lại mật khẩu")
    return Opened(user, password)


def _require_administrator(user: User, by: User, at: datetime) -> None:
    if not may_administer_user(by, user, timezone.localdate(at)):
        raise NotAllowed(f"Tài khoản của {user} có vai trò ngoài phạm vi anh/chị quản trị.")


def _update(
    user: User,
    values: Mapping[str, Any],
    expected_version: int,
    by: User,
    at: datetime,
    *,
    verb: str,
    reason: str = "",
) -> User:
    return acts.update(
        user,
        values,
        expected_version=expected_version,
        council_id=None,
        by=by,
        at=at,
        verb=verb,
        reason=reason,
    )
