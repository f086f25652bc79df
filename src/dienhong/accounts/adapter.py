"""What allauth may not decide by itself in this house."""

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
    """A QR code that stands in the page itself: no style of its own, sized by the style sheet."""

    def build_totp_svg(self, url: str) -> SafeString:
        picture = BytesIO()
        qrcode.make(url, image_factory=SvgPathImage).save(picture)
        svg = picture.getvalue().decode()
        return mark_safe(svg[svg.index("<svg") :])  # noqa: S308 - drawn here, holds no text of anybody
