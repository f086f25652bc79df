"""Wholes and parts without a marker: done and open, the rest, classes of n/N, a total at the end."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from dienhong.checking.arithmetic import adds_up, near, one_slip, written
from dienhong.checking.clauses import View
from dienhong.checking.figures import ENUMERATOR, Figure
from dienhong.checking.findings import Relation
from dienhong.checking.labels import DONE, OPEN, REMAINING, exhaustive, overlapping
from dienhong.checking.parts import Part, Parts, counted, fits
from dienhong.checking.reading import Reading
from dienhong.checking.relations.sums import STRONG, WEAK, Head, heads_before, is_wrong, sum_relation

CUT = re.compile(r"[;,](?=\s|$)|\s(?:và|còn)\s(?=[^;,]{0,80}\d)|\s(?:có|thì|đã có)\s(?=\d)|:")
REST = re.compile(r"\bcòn lại\b", re.IGNORECASE)
REST_BEFORE = re.compile(r"\b(?:còn lại|còn|vắng)\s*(?:có\s*|là\s*)?$", re.IGNORECASE)
EXCLUSIVE = re.compile(r"tín nhiệm|xếp loại|hoàn thành (?:xuất sắc|tốt)", re.IGNORECASE)
CLOSING = re.compile(r"\b(?:(?:tổng )?cộng\b[^,;:.()\d]{0,30}|tổng(?: số)?\s*(?:là|:)\s*)$", re.IGNORECASE)
PLACE = re.compile(r"\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|Ban|Tổ|[Tt]hôn|HĐND xã)\s+[A-ZĐ][a-zà-ỹ]")
SLACK = Decimal("0.25")
WIDE = Decimal("0.3")
WHOLE_WORDS = re.compile(
    r"\b(?:tiếp nhận|nhận được|tổng hợp|ghi nhận|tổng số|chuyển|có|trong|gồm|tiếp thu|thụ lý|phát sinh"
    r"|đã nhận|nhận)\b",
    re.IGNORECASE,
)
CLASS = re.compile(
    r"tín nhiệm|hoàn thành|xuất sắc|\btốt\b|\bkhá\b|tán thành|đồng ý|không có ý kiến|\bnam\b|\bnữ\b|xếp loại",
    re.IGNORECASE,
)


def states(reading: Reading) -> Iterator[Relation]:
    """Relations that the words of state alone announce."""
    for paragraph in reading.paragraphs:
        for view in paragraph.views:
            if len(view.figures) >= 2:
                yield from _by_state(view)
                yield from _share_and_rest(view)
                yield from _by_class(view)
                yield from _closing_total(view)


def _by_state(view: View) -> Iterator[Relation]:
    """44 passed on … 19 settled; 25 being settled: the states of one noun in consecutive clauses."""
    for run in _runs(view):
        head = _head_of(view, run)
        if head is None or not exhaustive([part.label for part in run]) or _is_by_place(view, head, run):
            continue
        holds = adds_up(
            head.figure, [part.value for part in run], [part.figure for part in run if part.figure]
        )
        if holds or _is_contradiction(head, run, view):
            yield sum_relation(head, run, holds=holds)


def _runs(view: View) -> Iterator[list[Part]]:
    """Consecutive clauses that each say a state and hold one figure of the same noun."""
    run: list[Part] = []
    before: Part | None = None
    for part in _clauses(view):
        if part and not run and before and REST.search(part.label) and _same_noun(before, part):
            run = [before]
        if part and _says_state(part) and (not run or _same_noun(run[0], part)):
            run.append(part)
        else:
            yield from [run] if len(run) >= 2 else []
            run = [part] if part and _says_state(part) else []
        before = part
    yield from [run] if len(run) >= 2 else []


def _is_by_place(view: View, head: Head, run: Sequence[Part]) -> bool:
    """Whether the clauses speak of one place or body each: then they are no states of one whole."""
    last = run[-1].figure
    assert last
    start = head.figure.end if head.view is view else view.start
    enumerated = ENUMERATOR.search(view.passage.text, start, last.start)
    return bool(enumerated) or sum(bool(PLACE.search(part.label)) for part in run) >= 2


def _says_state(part: Part) -> bool:
    return any(words.search(part.label) for words in (DONE, OPEN, REMAINING))


def _same_noun(first: Part, other: Part) -> bool:
    return bool(first.figure and other.figure and first.figure.unit.same(other.figure.unit))


def _clauses(view: View) -> Iterator[Part | None]:
    """Clauses with exactly one counted figure as parts; None where a clause holds several."""
    figures = counted(view, view.figures)
    spans = [(figure.start, figure.unit_end) for figure in figures]
    cuts = [view.start + found.start() for found in CUT.finditer(view.text)]
    cuts = [cut for cut in cuts if not any(start < cut < end for start, end in spans)]
    begin = view.start
    label = ""
    for end in [*cuts, view.end]:
        inner = [figure for figure in figures if begin <= figure.start < end]
        label = f"{label} {view.between(begin, end)}".strip()
        if inner:
            figure = inner[0]
            clause = view.between(begin, figure.start) + " " + view.between(figure.unit_end, end)
            if not (DONE.search(clause) or OPEN.search(clause)):
                clause = label
            yield Part(view, clause, figure.value, figure) if len(inner) == 1 else None
            label = ""
        begin = end + 1


def _head_of(view: View, run: Sequence[Part]) -> Head | None:
    first = run[0].figure
    assert first
    sources = [*heads_before(view, first.start)]
    if view.previous:
        sources += heads_before(view.previous, view.previous.end)
    for head in sources:
        if head.figure.unit and head.figure.unit.same(first.unit) and (first.unit or run[-1].figure):
            return head if _is_whole(head, run) else None
    return None


def _is_whole(head: Head, run: Sequence[Part]) -> bool:
    """The whole is greater than each of its parts, unless a slip made it smaller."""
    values = [part.value for part in run]
    plausible = head.figure.value * 3 > max(values) or one_slip(head.figure.value, values)
    plausible = plausible or bool(REST.search(run[-1].label))
    return head.figure.kind == "count" and plausible


def _is_contradiction(head: Head, run: Sequence[Part], view: View) -> bool:
    parts = Parts(tuple(run))
    total = sum(parts.values, Decimal(0))
    before = head.view.between(head.figure.start - 80, head.figure.start)
    if not WHOLE_WORDS.search(before) or not all(part.figure and part.figure.unit for part in run[:1]):
        return False
    if head.view is view and REST.search(run[-1].label) and _one_noun(head, run):
        return True
    close = one_slip(head.figure.value, parts.values) or near(head.figure.value, total, SLACK)
    return close and is_wrong(head.figure, parts, STRONG if head.view is view else WEAK)


def _share_and_rest(view: View) -> Iterator[Relation]:
    """10/12 xã hoàn thành, còn 02 xã: n/N and the rest make N."""
    for share, rest in pairwise(view.figures):
        if share.kind != "share" or share.base is None or rest.kind != "count" or not rest.unit:
            continue
        between = view.between(share.unit_end, rest.start)
        behind = view.between(rest.unit_end, rest.unit_end + 12)
        is_rest = REST_BEFORE.search(between) or REST.match(behind.strip())
        if (
            not is_rest
            or ";" in between
            or not rest.unit.same(share.unit)
            or share.approximate
            or rest.approximate
        ):
            continue
        whole = Figure(share.start, share.end, share.unit_end, written(share.base), share.base, share.unit)
        parts = [Part(view, "", share.value, share), Part(view, "", rest.value, rest)]
        values = [share.value, rest.value]
        holds = sum(values) == share.base
        if holds or one_slip(share.base, values) or near(share.base, sum(values, Decimal(0)), WIDE):
            yield sum_relation(Head(view, whole), parts, holds=holds)


def _one_noun(head: Head, run: Sequence[Part]) -> bool:
    return all(part.figure is not None and part.figure.unit == head.figure.unit for part in run)


def _by_class(view: View) -> Iterator[Relation]:
    """14/21 people … 07/21 people …: classes of one whole, each with the same N."""
    shares = [figure for figure in view.figures if figure.kind == "share" and figure.base]
    groups = [figure for figure in shares if figure.unit.same(shares[0].unit)]
    if len(groups) < 2 or not CLASS.search(view.passage.text):
        return
    whole = _announced(view, groups[0])
    if overlapping([view.between(figure.unit_end, figure.unit_end + 60) for figure in groups]):
        return
    bases = {figure.base for figure in groups}
    parts = [Part(view, "", figure.value, figure) for figure in groups]
    total = sum((figure.value for figure in groups), Decimal(0))
    if whole:
        holds = total == whole.figure.value and bases == {whole.figure.value}
        if holds or _class_slip(whole.figure, groups, bool(EXCLUSIVE.search(view.passage.text))):
            yield sum_relation(whole, parts, holds=total == whole.figure.value)
            yield from _bases(view, whole, groups)
    elif bases == {total}:
        base = groups[0]
        head = Head(view, Figure(base.start, base.end, base.unit_end, str(base.base), total, base.unit))
        yield sum_relation(head, parts, holds=True)


def _announced(view: View, share: Figure) -> Head | None:
    """The whole said before: "là 21 người"."""
    sources = heads_before(view, share.start)
    if view.previous:
        sources += heads_before(view.previous, view.previous.end)
    return next(
        (head for head in sources if head.figure.kind == "count" and head.figure.unit.same(share.unit)), None
    )


def _class_slip(whole: Figure, shares: Sequence[Figure], exclusive: bool) -> bool:
    """Whether one slip explains why the classes and their N do not agree with the whole."""
    total = sum((figure.value for figure in shares), Decimal(0))
    bases = [figure.base for figure in shares if figure.base is not None]
    odd = [base for base in bases if base != whole.value]
    if total == whole.value:
        return len(odd) == 1
    if not odd or len(set(bases)) == 1:
        slip = one_slip(whole.value, [figure.value for figure in shares])
        return slip or (exclusive and near(whole.value, total, WIDE))
    return False


def _bases(view: View, whole: Head, shares: Sequence[Figure]) -> Iterator[Relation]:
    """Every N of n/N against the whole that was announced."""
    for figure in shares:
        holds = figure.base == whole.figure.value
        places = [(whole.view.place(whole.figure.start), whole.view.place(whole.figure.end))]
        places.append((view.place(figure.start), view.place(figure.end)))
        yield Relation(
            "ratio", holds, view.place(figure.start), view.place(figure.unit_end),
            f"{figure.text}: tổng là {whole.figure.text}", figure.text, whole.figure.text,
            f"Ghi {figure.text} {figure.unit} nhưng tổng số đã nêu là"
            f" {whole.figure.text}.", places=tuple(places),
        )  # fmt: skip


def _closing_total(view: View) -> Iterator[Relation]:
    """26 … huyện, 108 … xã, tổng cộng 134 …: the whole said last."""
    figures = counted(view, view.figures)
    for place, figure in enumerate(figures):
        before = view.between(view.start, figure.start)
        if place < 2 or not figure.unit or not CLOSING.search(before):
            continue
        parts = [
            Part(view, "", other.value, other) for other in figures[:place] if fits(figure.unit, other.unit)
        ]
        if len(parts) == place and len(parts) >= 2:
            listed = Parts(tuple(parts))
            holds = adds_up(figure, listed.values, listed.figures)
            if holds or is_wrong(figure, listed, STRONG):
                yield sum_relation(Head(view, figure), parts, holds=holds)
