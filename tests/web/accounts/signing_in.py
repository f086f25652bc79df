"""Signing in, as a test does it."""

import time

from allauth.mfa.totp.internal import auth as totp
from django.test import Client

PASSWORD = "rừng vàng biển bạc"


def sign_in(client: Client, login: str = "chuyenvien01", password: str = PASSWORD, **headers: str) -> Client:
    client.post("/tai-khoan/dang-nhap/", {"login": login, "password": password}, headers=headers)
    return client


def code_of(secret: str, half_minutes: int = 0, at: float | None = None) -> str:
    """What the telephone shows for ``secret``, now or some half-minutes away."""
    counter = int(at or time.time()) // 30 + half_minutes
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session
