"""Rises and falls: `giảm từ 20 vụ xuống 15 vụ, giảm 5 vụ (25%)`, `tăng 03 cuộc so với cùng kỳ (09 cuộc)`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from dienhong.checking.arithmetic import spread, written
from dienhong.checking.clauses import View
from dienhong.checking.figures import Figure
from dienhong.checking.findings import NOTE, Relation
from dienhong.checking.reading import Paragraph, Reading

FROM = re.compile(r"\btừ\s+$", re.IGNORECASE)
TO = re.compile(r"\b(?:xuống còn|xuống|lên|còn|thành|đến|tới|nay là|lên thành)\s+(?:còn\s+)?$", re.IGNORECASE)
CHANGE = re.compile(
    r"\b(?P<word>tăng|giảm|vượt|nhiều hơn|ít hơn|cao hơn|thấp hơn)(?:\s+(?:thêm|lên|xuống|đi))?\s*:?\s*\(?$",
    re.IGNORECASE,
)
UP = frozenset(("tăng", "vượt", "nhiều hơn", "cao hơn"))
COMPARED = re.compile(
    r"^[^;.]{0,12}\bso với\b[^;.\d]{0,60}(?:\b(?:năm|tháng|quý)\s+\S+)?[^;.\d]{0,30}$", re.IGNORECASE
)
IN_PARENTHESIS = re.compile(r"^[^\d;]{0,40}(?:\b(?:năm|tháng|quý)\s+[\d/]+)?[^\d;]{0,25}$", re.IGNORECASE)
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Change:
    """What it was, what it is, and the difference that is stated; each with the view it stands in."""

    before: tuple[View, Figure]
    after: tuple[View, Figure]
    stated: tuple[View, Figure]
    up: bool


def changes(reading: Reading) -> Iterator[Relation]:
    """Every stated difference whose two ends are stated too."""
    for paragraph in reading.paragraphs:
        for view in paragraph.views:
            for figure in view.figures:
                word = CHANGE.search(view.between(figure.start - 30, figure.start))
                change = _change(paragraph, view, figure, word["word"].lower()) if word else None
                if change:
                    yield _relation(change)


def _change(paragraph: Paragraph, view: View, stated: Figure, word: str) -> Change | None:
    ends = _from_to(view, stated) or _compared(paragraph, view, stated)
    if ends is None or any(
        figure.approximate
        and not FROM.search(v.between(figure.start - 8, figure.start))
        and not TO.search(v.between(figure.start - 12, figure.start))
        for v, figure in ends
    ):
        return None
    if stated.approximate or not ends[0][1].unit.same(ends[1][1].unit):
        return None
    if ends[0][1].kind != ends[1][1].kind or (stated.kind != "percent" and stated.kind != ends[0][1].kind):
        return None
    return Change(ends[0], ends[1], (view, stated), word in UP)


Ends = tuple[tuple[View, Figure], tuple[View, Figure]]


def _from_to(view: View, stated: Figure) -> Ends | None:
    earlier = [figure for figure in view.figures if figure.end <= stated.start][-2:]
    if len(earlier) < 2 or ";" in view.between(earlier[0].start, stated.start):
        return None
    first, second = earlier
    if FROM.search(view.between(first.start - 10, first.start)) and TO.search(
        view.between(second.start - 14, second.start)
    ):
        return (view, first), (view, second)
    return None


def _compared(paragraph: Paragraph, view: View, stated: Figure) -> Ends | None:
    """ "15 vụ, giảm 5 vụ so với cùng kỳ (20 vụ)" or "… so với năm 2022 là 20 vụ"."""
    earlier = [figure for figure in view.figures if figure.end <= stated.start]
    if not earlier or ";" in view.between(earlier[-1].end, stated.start):
        return None
    if not earlier[-1].unit or earlier[-1].kind == "percent":
        return None
    was = _was(paragraph, view, stated)
    return (was, (view, earlier[-1])) if was else None


def _was(paragraph: Paragraph, view: View, stated: Figure) -> tuple[View, Figure] | None:
    later = [figure for figure in view.figures if figure.start >= stated.end and figure.kind != "percent"]
    if later and COMPARED.match(view.between(stated.unit_end, later[0].start)) and later[0].unit:
        return view, later[0]
    for inner in paragraph.views:
        if (
            inner.parent is view
            and inner.at >= stated.end
            and len(inner.figures) == 1
            and inner.passage is view.passage
        ):
            gap = view.between(stated.unit_end, inner.at)
            only = inner.figures[0]
            if re.search(r"so với", gap) and ";" not in gap and len(gap) < 80 and only.kind != "percent":
                return (inner, only) if IN_PARENTHESIS.match(inner.between(inner.start, only.start)) else None
    return None


def _relation(change: Change) -> Relation:
    was, now, (view, stated) = change.before[1], change.after[1], change.stated
    difference = now.value - was.value if change.up else was.value - now.value
    computed = difference
    room = spread(was) + spread(now) + spread(stated)
    severity = ""
    holds = abs(difference - stated.value) <= room
    if stated.kind == "percent" and not (was.kind == "percent" and holds) and was.value:
        computed = (difference / was.value * HUNDRED).quantize(stated.step, ROUND_HALF_UP)
        off = abs(difference / was.value * HUNDRED - stated.value)
        slack = room / was.value * HUNDRED
        holds = computed == stated.value or off <= stated.step / 2 + slack
        severity = NOTE if not holds and off <= stated.step else ""
    places = [
        (v.place(figure.start), v.place(figure.end))
        for v, figure in (change.before, change.after, change.stated)
    ]
    word = "tăng" if change.up else "giảm"
    shown = f"{written(computed)}%" if stated.kind == "percent" else written(computed)
    return Relation(
        "percent" if stated.kind == "percent" else "sum",
        holds,
        view.place(stated.start),
        view.place(stated.unit_end),
        f"{word} {stated.text}: {was.text} → {now.text}",
        stated.text,
        shown,
        f"Ghi {word} {stated.text} nhưng từ {was.text} đến {now.text} là {word} {shown}.",
        severity,
        tuple(sorted(places)),
    )
