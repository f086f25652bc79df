"""Bytes that claim to be text: decoded, or refused."""

import codecs
import re

from dienhong.checking.document import Unreadable

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
NOT_TEXT = "Tệp không phải là văn bản đọc được; hãy gửi tệp Word (.docx), PDF hoặc văn bản thuần."
NO_WORDS = "Tệp không có chữ nào để kiểm tra."
DAMAGED_SHARE = 0.02


def decode(data: bytes) -> str:
    """UTF-8 or UTF-16; otherwise one byte a letter, as files in old Vietnamese fonts are."""
    encoding = next((name for mark, name in BOMS if data.startswith(mark)), "utf-8")
    text = data.decode(encoding, errors="replace")
    if text.count("�") > DAMAGED_SHARE * len(text):
        text = data.decode("cp1252", errors="replace")
    text = text.replace("\x0c", "\n").replace("\x0b", "\n")
    if len(CONTROLS.findall(text)) > DAMAGED_SHARE * len(text) or "\x00" in text:
        raise Unreadable(NOT_TEXT)
    return text


def with_words(text: str) -> str:
    """The text itself, refused when there is no word in it."""
    if not re.search(r"[^\W\d_]{2}", text):
        raise Unreadable(NO_WORDS)
    return text
