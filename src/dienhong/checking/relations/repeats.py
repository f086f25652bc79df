"""The same thing told twice with two numbers: a breakdown, a phrase, a roll-up of two levels."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dienhong.checking.arithmetic import near, one_slip, within_one_edit, written
from dienhong.checking.clauses import View
from dienhong.checking.figures import Figure
from dienhong.checking.findings import Amount, Breakdown, Relation
from dienhong.checking.labels import CHANGE_BEFORE, COMPARED_BEFORE
from dienhong.checking.reading import Reading
from dienhong.vietnamese.text import fold

GENERIC = re.compile(
    r"\b(?:cac|so|co|la|trong do|cu the|gom|voi|dong chi|cua|noi dung|chuyen de|phien|y kien|kien nghi)\b"
)
LEVELS = re.compile(r"\b(?:cap|huyen|xa|tinh|thi tran|phuong|thanh pho|trung uong|dia phuong)\b")
VERB = re.compile(
    r"\b(giam sat|khao sat|ban hanh|thong qua|to chuc|tiep nhan|tong hop|nhan duoc|chuyen|tra loi"
    r"|giai quyet|tham tra|tiep|ghi nhan"
    r"|chat van|bau|xem xet|quyet dinh|tong so|tong cong|voi)\b"
)
SCOPE = re.compile(
    r"\b(?:cap )?(?:huyen|xa|tinh|thi tran|phuong|thanh pho|quan|thuong truc|ban phap che|ban kinh te"
    r"|ban van hoa|cac ban|to dai bieu"
    r"|ubnd|mttq|quoc hoi|doan dai bieu)\b|\b(?:nam|thang|quy|ky hop|lan|phien|dot|khoa|nhiem ky|tu ngay"
    r"|ngay|sang|chieu) (?:thu )?[\divx]\S*"
    r"|\bthu (?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\b|\b(?:truoc|dau nam|cuoi nam|giua nam|thuong le"
    r"|chuyen de|dot xuat"
    r"|thuong ky|bat thuong|cung ky|nhiem ky truoc|nam truoc|du kien|ke hoach|phan dau|chi tieu)\b"
)
NAMES = re.compile(r"(?<![.“\"] )(?<!^)\b[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]+)+")
WHO = re.compile(r"\d+|(?<!^)\b[A-ZĐÀ-Ỹ][\w-]*|^(?:Ban|Tổ|Xã|Thôn|Đoàn|Phòng|Sở|UBND|HĐND|MTTQ)\b")
TAIL_END = re.compile(
    r"[,;:.()]|\s(?:và|được|đã|do|để|theo|với|tại|trong|cho|là|có|nhằm|thuộc|đến)\s", re.IGNORECASE
)
BOTH_LEVELS = re.compile(
    r"\b(?:cấp )?(?P<upper>tỉnh|huyện)(?:,| và| và cấp|/) ?(?:cấp )?(?P<lower>huyện|xã)\b", re.IGNORECASE
)
FEWEST_LABELS = 2
ALIKE_SHARE = 0.5
LONGEST_HEADING = 200


def repeats(reading: Reading, breakdowns: Sequence[Breakdown]) -> Iterator[Relation]:
    """Everything that is told more than once, compared with its first telling."""
    yield from _breakdowns(breakdowns)
    parts = {(part.start, part.end) for breakdown in breakdowns for part in breakdown.parts}
    yield from _phrases(reading, parts)
    yield from _rollups(reading, breakdowns)


def _breakdowns(breakdowns: Sequence[Breakdown]) -> Iterator[Relation]:
    first: dict[frozenset[str], Breakdown] = {}
    for breakdown in breakdowns:
        labels = frozenset(_label(part) for part in breakdown.parts)
        if len(labels) < FEWEST_LABELS or len(labels) != len(breakdown.parts) or "" in labels:
            continue
        known = first.setdefault(labels, breakdown)
        if (
            known is not breakdown
            and known.whole.unit.same(breakdown.whole.unit)
            and _is_same(known, breakdown)
        ):
            yield from _compared(known, breakdown)


def _label(part: Amount) -> str:
    return _bare_label(part.label, str(part.unit))


@lru_cache(maxsize=4096)
def _bare_label(label: str, unit: str) -> str:
    """The label without what changes from telling to telling; empty when only levels are left."""
    bare = GENERIC.sub(" ", re.sub(r"\btt\b", "thuong truc", fold(label)))
    nouns = fold(unit).split()
    bare = " ".join(word for word in bare.split() if word not in nouns)
    return " ".join(LEVELS.sub(" ", bare).split())


def _is_same(one: Breakdown, other: Breakdown) -> bool:
    """Whether most of two breakdowns agrees, so that what differs is a slip and not another matter."""
    values = {_label(part): part.value for part in one.parts}
    agreeing = sum(values[_label(part)] == part.value for part in other.parts) + (
        one.whole.value == other.whole.value
    )
    return agreeing > ALIKE_SHARE * (len(other.parts) + 1)


def _compared(known: Breakdown, breakdown: Breakdown) -> Iterator[Relation]:
    labelled = {_label(part): part for part in known.parts}
    yield _relation(known.whole, breakdown.whole)
    for part in breakdown.parts:
        yield _relation(labelled[_label(part)], part)


@dataclass(frozen=True, slots=True)
class _Phrase:
    verb: str
    unit: str
    tail: str
    scope: frozenset[str]


def _phrases(reading: Reading, parts: set[tuple[int, int]]) -> Iterator[Relation]:
    """One verb, one noun with the same words behind it, one scope: the same figure is expected."""
    first: dict[_Phrase, tuple[Amount, int]] = {}
    headings: frozenset[str] = frozenset()
    for place, paragraph in enumerate(reading.paragraphs):
        text = paragraph.passage.text
        if len(text) < LONGEST_HEADING and (paragraph.passage.value or text.rstrip().endswith(":")):
            headings = _scope(text)
        for view in paragraph.sentences:
            for figure in view.figures:
                key = _phrase(view, figure, headings)
                amount = Amount(
                    "",
                    figure.value,
                    figure.text,
                    figure.unit,
                    view.place(figure.start),
                    view.place(figure.end),
                )
                if key is None or (amount.start, amount.end) in parts:
                    continue
                known, where = first.setdefault(key, (amount, place))
                if where != place and (known.value == amount.value or _is_slip(known, amount)):
                    yield _relation(known, amount)


def _phrase(view: View, figure: Figure, headings: frozenset[str]) -> _Phrase | None:
    if figure.kind != "count" or not figure.unit or figure.approximate or figure.value < 2:
        return None
    before = view.between(view.start, figure.start)
    if CHANGE_BEFORE.search(before[-40:]) or COMPARED_BEFORE.search(before[-60:]):
        return None
    verbs = VERB.findall(fold(before[-60:]))
    rest = view.between(figure.unit_end, view.end)
    stop = TAIL_END.search(rest)
    tail = fold(rest[: stop.start()] if stop else rest)
    earlier = [other for other in view.figures if other.start < figure.start and other.kind == "count"]
    if not verbs or len(tail.split()) > 6 or len(earlier) > 2:
        return None
    scope = _scope(before) | _scope(tail) | headings | _named(view, figure)
    return _Phrase(verbs[-1], str(figure.unit), tail, scope)


def _named(view: View, figure: Figure) -> frozenset[str]:
    """Numbers and capitalised words before the figure: who and which, told by the sentence itself."""
    before = view.between(view.start, figure.start)
    return frozenset(WHO.findall(before.strip()))


def _scope(text: str) -> frozenset[str]:
    return frozenset(SCOPE.findall(fold(text))) | frozenset(NAMES.findall(text))


def _is_slip(known: Amount, amount: Amount) -> bool:
    one, other = written(known.value), written(amount.value)
    close = abs(known.value - amount.value) == 1 or near(known.value, amount.value, Decimal("0.1"))
    return known.value >= 10 and (close or (within_one_edit(one, other) and known.value >= 100))


def _relation(known: Amount, amount: Amount) -> Relation:
    unit = f" {amount.unit or known.unit}".rstrip()
    return Relation(
        "repeat", known.value == amount.value, amount.start, amount.end, f"{amount.text}{unit} (đã nêu"
                                                                         f" {known.text})",
        amount.text, known.text, f"Chỗ này ghi {amount.text}{unit} nhưng chỗ khác ghi {known.text}.",
        places=tuple(sorted(((known.start, known.end), (amount.start, amount.end)))),
    )  # fmt: skip


def _rollups(reading: Reading, breakdowns: Sequence[Breakdown]) -> Iterator[Relation]:
    """ "227 kiến nghị … cấp huyện, xã": the wholes told for the one level and for the other elsewhere."""
    by_level: dict[str, list[Amount]] = defaultdict(list)
    for breakdown in breakdowns:
        level = _level(breakdown.whole.label)
        known = by_level[level]
        if level and all(other.start != breakdown.whole.start for other in known):
            known.append(breakdown.whole)
    for view in reading.views:
        for figure in view.figures if view.parent is None else ():
            both = BOTH_LEVELS.search(view.between(figure.unit_end, figure.unit_end + 60))
            if both and figure.kind == "count" and figure.unit and not figure.approximate:
                yield from _rollup(
                    view, figure, by_level[both["upper"].lower()], by_level[both["lower"].lower()]
                )


def _level(label: str) -> str:
    """The one level whose council a sentence speaks of before its figure."""
    found = set(re.findall(r"(?:HĐND|cấp)\s+(?:cấp\s+|các\s+)?(tỉnh|huyện|xã)\b", label))
    return found.pop() if len(found) == 1 else ""


def _rollup(view: View, figure: Figure, upper: list[Amount], lower: list[Amount]) -> Iterator[Relation]:
    ones = [amount for amount in upper if amount.unit and amount.unit.same(figure.unit)]
    others = [amount for amount in lower if amount.unit and amount.unit.same(figure.unit)]
    if len(ones) != 1 or len(others) != 1:
        return
    total = ones[0].value + others[0].value
    holds = total == figure.value
    if (
        holds
        or one_slip(figure.value, (ones[0].value, others[0].value))
        or near(figure.value, total, Decimal("0.1"))
    ):
        shown = f"{ones[0].text} + {others[0].text}"
        places = [
            (view.place(figure.start), view.place(figure.end)),
            *((a.start, a.end) for a in (ones[0], others[0])),
        ]
        yield Relation(
            "sum", holds, view.place(figure.start), view.place(figure.unit_end), f"{figure.text}"
                                                                                 f" {figure.unit} = {shown}",
            figure.text, written(total),
            f"Ghi {figure.text} {figure.unit} của hai cấp nhưng số của từng cấp cộng lại là"
            f" {written(total)} ({shown}).",
            places=tuple(sorted(places)),
        )  # fmt: skip
