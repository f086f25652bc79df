"""What several commands ask for: who acts, which council, files in and out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dienhong.accounts.models import User
    from dienhong.organisations.models import Council


def acting_user(username: str | None) -> User:
    """The system operator, or the named user."""
    from dienhong.accounts.models import User

    if username is None:
        return User.objects.operator()
    user = User.objects.filter(username=username).first()
    if user is None:
        raise click.UsageError(f"Không có người dùng “{username}”.")
    return user


def visible_council(slug: str, user: User) -> Council:
    """The council as the user may see it; a usage error otherwise."""
    from dienhong.organisations.models import Council

    council = Council.objects.visible_to(user).filter(slug=slug).first()
    if council is None:
        raise click.UsageError(f"Không có Hội đồng “{slug}”.")
    return council


def read_file(file: Path, most: int) -> bytes:
    """The file's bytes, never more than one beyond ``most``: enough to see that it is too large."""
    try:
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as error:
        raise click.UsageError(f"Không mở được tệp {file}: {error.strerror}.") from error


def write_file(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise click.UsageError(f"Không ghi được tệp {file}: {error.strerror}.") from error
