"""A template cut into the sections that clerks edit one by one: a heading with {#name} begins one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dienhong.kernel.errors import Refused

OPENING, RECIPIENTS, SIGNATURE = "mo-dau", "noi-nhan", "chu-ky"
"""What stands before the first heading; and the two sections that are no text: who gets the report, who signs it."""

CLOSING = (RECIPIENTS, SIGNATURE)
_TITLES = {OPENING: "Mở đầu", RECIPIENTS: "Nơi nhận", SIGNATURE: "Chữ ký"}
_BEGINNING = re.compile(r"^(#{1,6}) +(.+?) *\{#([a-z0-9-]+)\} *$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6}) +(.+)$", re.MULTILINE)
_MARKS = re.compile(r"\[\^[^\]]*\]|[*\\]")


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section as it is written, its heading with it."""

    key: str
    text: str

    @property
    def title(self) -> str:
        """What the table of contents calls it."""
        if self.key in _TITLES:
            return _TITLES[self.key]
        heading = _HEADING.search(self.text)
        return _MARKS.sub("", heading[2]).strip() if heading else self.key

    @property
    def depth(self) -> int:
        """How deep it stands: 0 for I., 1 for 1., 2 for 1.1."""
        heading = None if self.key in _TITLES else _HEADING.match(self.text)
        return max(len(heading[1]) - 2, 0) if heading else 0


def sections_of(template: str) -> tuple[SectionText, ...]:
    """The sections in order. Raises Refused where two have one name or the closing is missing."""
    found = tuple(section for section in _cut(template) if section.text or section.key != OPENING)
    keys = [section.key for section in found]
    if doubled := sorted({key for key in keys if keys.count(key) > 1}):
        sentence = f"Mẫu có nhiều đoạn cùng tên: {', '.join(doubled)}."
        raise Refused.because("template.doubled", sentence, "text")
    if missing := [key for key in CLOSING if key not in keys]:
        sentence = f"Mẫu thiếu đoạn: {', '.join(missing)}."
        raise Refused.because("template.missing", sentence, "text")
    return found


def _cut(template: str) -> Iterator[SectionText]:
    starts = list(_BEGINNING.finditer(template))
    yield SectionText(OPENING, template[: starts[0].start() if starts else None].strip())
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        text = template[start.end() : following.start() if following else None].strip()
        marks, words, key = start.groups()
        heading = "" if key in CLOSING else f"{marks} {words}\n\n"
        yield SectionText(key, f"{heading}{text}".strip())
