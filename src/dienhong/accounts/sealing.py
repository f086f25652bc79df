"""Text sealed at rest: who holds the database or a backup of it, but not the key, cannot read it.

Keys come from ``DIENHONG_SECRETS_KEY`` (several with commas: the first seals, all of them open), or from a file beside
the folder of data, made on first use; it is never part of a backup and must be kept somewhere else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from dienhong.kernel.errors import Unreadable

LOST = "Không mở được nội dung mật: khóa giải mã của hệ thống không còn đúng. Hãy báo người quản trị khôi phục khóa."


def seal(said: Mapping[str, Any]) -> str:
    """What was said, as a text that tells nothing without the key."""
    return _box().encrypt(json.dumps(said, ensure_ascii=False).encode()).decode()


def unseal(sealed: str) -> dict[str, Any]:
    """What was sealed. Raises Unreadable when no key opens it."""
    try:
        said: dict[str, Any] = json.loads(_box().decrypt(sealed.encode()))
    except InvalidToken:
        raise Unreadable(LOST) from None
    return said


def _box() -> MultiFernet:
    keys = settings.SECRETS_KEYS or [_key_on_disk(settings.SECRETS_KEY_FILE)]
    return MultiFernet([Fernet(key) for key in keys])


def _key_on_disk(path: Path) -> str:
    """The key beside the data; made whole before it gets its name, so that of two processes one makes it."""
    if not path.exists():
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(Fernet.generate_key())
            os.fsync(file.fileno())
        try:
            path.hardlink_to(fresh)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text(encoding="ascii").strip()
