"""Style sheets, scripts and fonts as the server hands them out: packed anew only when one of them has changed."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

STATE = ".collected"
"""What the packed files were made from, beside them."""


def collect() -> None:
    """Pack the static files, unless what is packed was made from the very same ones."""
    from django.conf import settings
    from django.core.management import call_command

    kept, state = Path(settings.STATIC_ROOT) / STATE, _state()
    if kept.exists() and kept.read_text(encoding="ascii") == state:
        return
    call_command("collectstatic", verbosity=0, interactive=False)
    kept.write_text(state, encoding="ascii")


def _state() -> str:
    """A digest over every file's name, size and time of change, and the versions of what packs them."""
    from django.contrib.staticfiles.finders import get_finders

    told = hashlib.sha256(f"{version('django')} {version('whitenoise')}".encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            told.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return told.hexdigest()
