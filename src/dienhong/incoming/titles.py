"""What a report is called and which year it is about, proposed from its own head. Pure."""

import re
from pathlib import PurePath

from dienhong.checking.marks import without_decoration
from dienhong.registers.spans import Span
from dienhong.vietnamese.text import fold, normalise

KINDS = frozenset(
    (
        "bao cao",
        "bao cao tom tat",
        "thong bao",
        "ket luan",
        "to trinh",
        "nghi quyet",
        "ke hoach",
        "chuong trinh",
    )
)
NO_TITLE = ("kinh gui", "thuc hien", "can cu", "so ")
LINES_OF_HEAD = 40
CHARACTERS_OF_HEAD = 6_000
MOST_LINES = 4
LONGEST_LINE = 160
LONGEST = 300
_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_SPANS = {
    Span.FIRST_HALF: ("6 thang dau nam", "sau thang dau nam"),
    Span.NINE_MONTHS: ("9 thang dau nam", "9 thang", "chin thang"),
    Span.SECOND_HALF: ("6 thang cuoi nam",),
    Span.FOURTH_QUARTER: ("quy iv",),
    Span.THIRD_QUARTER: ("quy iii",),
    Span.SECOND_QUARTER: ("quy ii",),
    Span.FIRST_QUARTER: ("quy i",),
}


def title_of(text: str, file_name: str) -> str:
    """The words under "BÁO CÁO" in the head of the text, else the name of the file."""
    head = without_decoration(text[:CHARACTERS_OF_HEAD])
    lines = [line.strip(" #*_|\t") for line in head.splitlines() if line.strip()][:LINES_OF_HEAD]
    for place, line in enumerate(lines):
        kind = fold(line)
        if kind in KINDS:
            return _shortened(f"{line.capitalize()} {_subject(lines[place + 1 :])}")
        if line.isupper() and any(kind.startswith(f"{known} ") for known in KINDS):
            return _shortened(line)
    return _shortened(PurePath(file_name).stem) or "Báo cáo"


def _subject(lines: list[str]) -> str:
    """The first line, and those after it that go on with it: begun in a small letter, or after a comma."""
    taken: list[str] = []
    for line in lines[:MOST_LINES]:
        goes_on = not taken or line[:1].islower() or taken[-1].endswith((",", " và", "-"))
        if not goes_on or not fold(line) or fold(line).startswith(NO_TITLE) or len(line) > LONGEST_LINE:
            break
        taken.append(line)
    words = " ".join(taken)
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _shortened(text: str) -> str:
    words = normalise(text)
    words = words.capitalize() if words.isupper() else words
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rsplit(' ', 1)[0]}…"


def period_of(title: str) -> tuple[int | None, Span]:
    """The year and span that a title names; the whole year where it names none."""
    year = _YEAR.search(title)
    words = f" {fold(title)} "
    span = next(
        (span for span, names in _SPANS.items() if any(f" {name} " in words for name in names)), Span.YEAR
    )
    return (int(year[1]) if year else None), span
