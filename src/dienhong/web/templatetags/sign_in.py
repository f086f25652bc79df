"""Small words of the pages of sign-in."""

from textwrap import wrap

from django import template
from django.conf import settings

from dienhong.web.accounts.devices import device

register = template.Library()
register.filter(device)


@register.simple_tag
def help_line() -> str:
    """Whom to call; set by the installation (``HELP_LINE``)."""
    return str(settings.HELP_LINE)


@register.filter
def fours(secret: str) -> str:
    """A long key in groups of four, to be typed from paper."""
    return " ".join(wrap(secret, 4))
