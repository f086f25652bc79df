"""An upload with the words of its document, so that a paper that is a state secret is known for one."""

from __future__ import annotations

from dienhong.checking import Limits, Scanned, Unreadable, read_bytes
from dienhong.files.actions import Upload, inspect


def upload_of(name: str, data: bytes, limits: Limits | None = None) -> Upload:
    """What may be kept, to be looked at once more with its words; raises Refused for what is of no kind that is kept.

    Pictures, scans and workbooks come without words.
    """
    inspect(Upload(name, data))
    try:
        text = read_bytes(data, limits or Limits(recognise=False)).text
    except (Scanned, Unreadable):
        text = ""
    return Upload(name, data, text)
