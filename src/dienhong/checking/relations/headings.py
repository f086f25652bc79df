"""The numbering of headings: what skips, repeats, or mixes Roman and Arabic numbers on one level."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dienhong.checking.findings import Relation
from dienhong.checking.reading import Reading
from dienhong.checking.structure import Passage
from dienhong.vietnamese.numerals import parse_roman, to_roman

CAPITALS_SHARE = 0.7
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading: style roman, number or dotted, its number as a tuple (2.1 → (2, 1))."""

    passage: Passage
    style: str
    number: tuple[int, ...]

    @property
    def in_capitals(self) -> bool:
        letters = LETTER.findall(self.passage.text[self.passage.content :])
        return len(letters) > 8 and sum(letter.isupper() for letter in letters) > CAPITALS_SHARE * len(
            letters
        )


def headings(reading: Reading) -> Iterator[Relation]:
    """One relation for each heading that has a place in a sequence."""
    found = [heading for passage in reading.structure.passages if (heading := _heading(passage))]
    top = [heading for heading in found if heading.style == "roman"]
    yield from _sequence(top)
    yield from _mixed(found, top)
    for section in _sections(found):
        plain = [heading for heading in section if heading.style == "number"]
        if _is_numbering(plain):
            yield from _sequence(plain)
        yield from _dotted([heading for heading in section if heading.style == "dotted"])


def _heading(passage: Passage) -> Heading | None:
    if passage.is_row or passage.is_note or not passage.value:
        return None
    if passage.style == "roman":
        value = parse_roman(passage.value)
        return Heading(passage, "roman", (value,)) if value and value < 40 else None
    if passage.style in ("number", "dotted"):
        return Heading(passage, passage.style, tuple(int(part) for part in passage.value.split(".")))
    return None


def _sections(found: list[Heading]) -> Iterator[list[Heading]]:
    """The headings between one Roman heading and the next."""
    section: list[Heading] = []
    for heading in found:
        if heading.style == "roman":
            yield section
            section = []
        else:
            section.append(heading)
    yield section


def _is_numbering(found: list[Heading]) -> bool:
    """Whether plain numbers run on as headings do; numbered lists that begin again at 1 are left alone."""
    numbers = [heading.number[0] for heading in found]
    return (
        len(numbers) >= 3 and numbers[0] == 1 and numbers.count(1) == 1 and max(numbers) <= len(numbers) + 2
    )


def _sequence(found: list[Heading]) -> Iterator[Relation]:
    for place, heading in enumerate(found):
        number = heading.number[0]
        if place == 0:
            if heading.style == "roman" and number <= 3:
                yield _relation(heading, 1, holds=number == 1)
            continue
        before = found[place - 1].number[0]
        begins_again = number == 1 and before > 1
        yield _relation(heading, before + 1, holds=number == before + 1 or begins_again)


def _dotted(found: list[Heading]) -> Iterator[Relation]:
    """2.1, 2.2, 2.4: each against the one before it with the same beginning."""
    last: dict[tuple[int, ...], int] = {}
    for heading in found:
        lead, number = heading.number[:-1], heading.number[-1]
        if lead in last:
            expected = last[lead] + 1
            yield _relation(heading, expected, holds=number in (expected, 1))
        last[lead] = number


def _mixed(found: list[Heading], top: list[Heading]) -> Iterator[Relation]:
    """A section in capitals with an Arabic number before the first Roman one: 1, II, III."""
    if not top or top[0].number[0] == 1 or not top[0].in_capitals:
        return
    for heading in found:
        if heading.passage.start >= top[0].passage.start:
            return
        if heading.style == "number" and heading.in_capitals:
            passage = heading.passage
            stated, computed = passage.value, to_roman(heading.number[0])
            message = (
                f"Mục “{stated}” đánh số Ả Rập trong khi các mục cùng cấp đánh số La Mã (phải là {computed})."
            )
            start = passage.start + len(passage.text) - len(passage.text.lstrip())
            yield Relation("heading", False, start, passage.end, f"mục {stated}", stated, computed, message)


def _relation(heading: Heading, expected: int, *, holds: bool) -> Relation:
    passage = heading.passage
    stated, number = passage.value, heading.number[-1]
    lead = ".".join(str(part) for part in heading.number[:-1])
    computed = (
        to_roman(expected) if heading.style == "roman" and expected > 0 else f"{lead}.{expected}".lstrip(".")
    )
    start = passage.start + len(passage.text) - len(passage.text.lstrip())
    problem = "bị lặp lại hoặc lùi" if number < expected else f"nhảy số, thiếu mục {computed}"
    return Relation(
        "heading", holds, start, start + len(passage.text.strip()), f"mục {stated}", stated, computed,
        f"Đánh số mục {stated} {problem}.",
    )  # fmt: skip
