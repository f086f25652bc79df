"""Compile our catalogue of third-party messages: django.po → django.mo, without needing gettext.

Run it after every change of the .po; a test compares the two.
"""

from pathlib import Path

import polib

CATALOGUE = Path(__file__).resolve().parent.parent / "src/dienhong/web/locale/vi/LC_MESSAGES/django.po"


def compiled(catalogue: Path) -> bytes:
    """The binary catalogue of ``catalogue``; ``OSError`` when it is no .po file."""
    binary: bytes = polib.pofile(str(catalogue)).to_binary()
    return binary


if __name__ == "__main__":
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(CATALOGUE))
