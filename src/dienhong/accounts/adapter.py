"""What allauth may not decide by itself in this house."""

import os
from base64 import b32encode
from io import BytesIO
from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage

from dienhong.accounts import actions
from dienhong.accounts.models import User
from dienhong.accounts.sealing import seal, unseal
from dienhong.kernel.errors import Unreadable


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are opened by an administrator: nobody signs up from outside."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """User names are given by the administrator and stay as they are."""

    def set_password(self, user: User, password: str) -> None:
        actions.choose_password(user=user, password=password, by=user, at=timezone.now())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_profile")


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of second factors are sealed at rest; the QR code stands in the page itself, sized by the style sheet."""

    def encrypt(self, text: str) -> str:
        return seal({"secret": text})

    def decrypt(self, encrypted_text: str) -> str:
        """The secret; one that no key opens matches nothing that anybody could type."""
        try:
            return str(unseal(encrypted_text)["secret"])
        except Unreadable:
            return b32encode(os.urandom(20)).decode()

    def build_totp_svg(self, url: str) -> SafeString:
        picture = BytesIO()
        qrcode.make(url, image_factory=SvgPathImage).save(picture)
        svg = picture.getvalue().decode()
        return mark_safe(svg[svg.index("<svg") :])  # noqa: S308 - drawn here, holds no text of anybody
