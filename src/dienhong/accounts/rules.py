"""What an account must keep to. Pure: arguments in, violations out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dienhong.kernel.errors import RuleViolation

if TYPE_CHECKING:
    from dienhong.accounts.models import User

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}", re.ASCII)


def username_is_plain(username: str) -> RuleViolation | None:
    """Lower case without marks, so that it is typed alike on every keyboard and two never differ by case alone."""
    if _USERNAME.fullmatch(username):
        return None
    sentence = (
        "Tên đăng nhập dài 3 đến 60 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới."
    )
    return RuleViolation("user.username", sentence, "username")


def may_deactivate(user: User, by: User, reason: str) -> Iterator[RuleViolation]:
    """An open account of somebody else, for a reason."""
    if not reason.strip():
        yield RuleViolation("reason", "Hãy ghi lý do ngừng tài khoản.", "reason")
    if user.pk == by.pk:
        yield RuleViolation("user.self", "Không tự ngừng tài khoản của mình; hãy nhờ người quản trị khác.")
    if not user.is_active:
        yield RuleViolation("user.inactive", "Tài khoản này đã ngừng dùng.")


def may_reactivate(user: User) -> RuleViolation | None:
    return RuleViolation("user.active", "Tài khoản này đang dùng.") if user.is_active else None


def may_reset(user: User, by: User) -> Iterator[RuleViolation]:
    """The own password is changed by who knows it; an account that is closed needs none."""
    if user.pk == by.pk:
        yield RuleViolation("user.self", "Mật khẩu của mình thì đổi ở trang Tài khoản.")
    if not user.is_active:
        yield RuleViolation("user.inactive", "Tài khoản này đã ngừng dùng; hãy mở lại trước.")
