"""Percentages against their count and base, and n/N."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from dienhong.checking.arithmetic import spread, written
from dienhong.checking.clauses import View
from dienhong.checking.figures import Figure
from dienhong.checking.findings import NOTE, Relation
from dienhong.checking.labels import CHANGE_BEFORE, COMPARED_BEFORE
from dienhong.checking.parts import counted
from dienhong.checking.reading import Paragraph, Reading

LINK = re.compile(
    r"[^;.:()]{0,90}?(?:\b(?:chiếm|đạt|tỷ lệ|tỉ lệ|bằng|tương đương|tương ứng)\b|[=,(–-])[^;.()]{0,40}$"
    r"|^\s*$",
    re.IGNORECASE,
)
SHARE_WORD = re.compile(
    r"\b(?:chiếm|tỷ lệ|tỉ lệ|đạt|bằng|tương ứng|tương đương)\b[^;.:()]{0,40}$", re.IGNORECASE
)
PLAN = re.compile(
    r"\s*(?:so với\s+|của\s+|theo\s+)?(?:[^\s;.,()]+\s+){0,3}?(?:kế hoạch|dự toán|chỉ tiêu|KH|nghị quyết"
    r"|cùng kỳ|năm trước|giao)\b",
    re.IGNORECASE,
)
PLAN_FIGURE = re.compile(r"^[^;.,]{0,70}$")
EXPLICIT_BASE = re.compile(
    r"^\s*(?:so với|trên|của|trong)?\s*(?:tổng số|tổng|trong tổng số|trên tổng số|/)\s*$|^\s*(?:trong|trên"
    r"|so với|của)\s+(?:tổng\s+)?(?:số\s+)?$",
    re.IGNORECASE,
)
WHOLE_BEFORE = re.compile(
    r"\b(?:tổng số|tổng cộng|tổng|trong số|toàn bộ|tất cả|có|là|gồm|nhận(?: được)?|tiếp nhận|tổng hợp|bầu"
    r"|được bầu|chuyển|với|trong)\b[^;.:()\d]{0,50}$",
    re.IGNORECASE,
)
OWN_PERCENT = re.compile(r"[^;.,()\d]{0,25}\(\s*(?:chiếm|đạt|tỷ lệ|tỉ lệ|bằng)?\s*[\d.,]+\s?%", re.IGNORECASE)
OUT_OF = re.compile(r"\s*(?:trên|trong)\s+(?:tổng\s+)?(?:số\s+)?", re.IGNORECASE)
TOTAL_SAID = re.compile(
    r"\b(?:tổng số|tổng cộng|tổng|trong số|toàn bộ|tất cả)\b[^;.:()\d]{0,60}$", re.IGNORECASE
)
OVERFULFILLED = re.compile(r"vượt|kế hoạch|chỉ tiêu|\bKH\b|dự toán", re.IGNORECASE)
MEASURES = frozenset(("ha", "héc ta", "km", "m", "m2", "m3", "kg", "tấn", "tạ", "con", "cây", "lượt"))
HUNDRED = Decimal(100)
REACH, LONG_REACH = 90, 220


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage, the count it belongs to, and what it may be a share of."""

    view: View
    percent: Figure
    part: Figure
    part_view: View
    bases: Sequence[tuple[View, Figure]]
    certain: bool


def shares(reading: Reading) -> Iterator[Relation]:
    """Every percentage with a base, and every n/N."""
    for paragraph in reading.paragraphs:
        for view in paragraph.views:
            for figure in view.figures:
                if figure.kind == "share":
                    yield _ratio(view, figure)
                if figure.kind == "percent" and not figure.approximate:
                    share = _share(paragraph, view, figure)
                    relation = _judged(share) if share else None
                    if relation:
                        yield relation


def _ratio(view: View, figure: Figure) -> Relation:
    base = figure.base or Decimal(0)
    beyond = figure.value > base and not figure.approximate and not OVERFULFILLED.search(view.text)
    beyond = beyond and not any(" ".join(noun) in MEASURES for noun in figure.unit.nouns)
    return Relation(
        "ratio", not beyond, view.place(figure.start), view.place(figure.unit_end), f"{figure.text}"
                                                                                    f" {figure.unit}",
        figure.text, written(base), f"Ghi {figure.text} {figure.unit}: phần lớn hơn tổng.",
        places=((view.place(figure.start), view.place(figure.end)),),
    )  # fmt: skip


def _share(paragraph: Paragraph, view: View, percent: Figure) -> Share | None:
    if CHANGE_BEFORE.search(view.between(percent.start - 40, percent.start)):
        return None
    found = _counted_for(view, percent) or _share_behind(paragraph, view, percent)
    if found is None:
        return None
    part_view, part = found
    if part.base is not None:
        whole = Figure(part.start, part.end, part.unit_end, written(part.base), part.base, part.unit)
        return Share(view, percent, part, part_view, [(part_view, whole)], certain=True)
    explicit = _explicit(paragraph, view, percent, part)
    if explicit:
        return Share(view, percent, part, part_view, [explicit], certain=True)
    if PLAN.match(view.between(percent.end, view.end)) or not part.unit or part.kind == "fraction":
        return None
    bases = list(_bases(paragraph, part_view, part))
    wholes = [base for base in bases if _is_whole(base[0], base[1], part_view)]
    ordered = [*(base for base in bases if base not in wholes), *wholes]
    return Share(view, percent, part, part_view, ordered, certain=len(wholes) == 1) if bases else None


def _is_whole(view: View, base: Figure, part_view: View) -> bool:
    """Whether a figure is said to be a whole: "tổng số …", or what a sentence begins with."""
    before = view.between(view.start, base.start)
    if (
        _has_own_percent(view, base)
        or COMPARED_BEFORE.search(before[-60:])
        or CHANGE_BEFORE.search(before[-40:])
    ):
        return False
    if TOTAL_SAID.search(before):
        return True
    first = next((figure for figure in view.figures if figure.unit.same(base.unit) and figure.unit), None)
    return (
        (view is part_view or view is part_view.parent)
        and first is base
        and bool(WHOLE_BEFORE.search(before))
    )


def _has_own_percent(view: View, figure: Figure) -> bool:
    if OWN_PERCENT.match(view.passage.text, figure.unit_end):
        return True
    following = next((other for other in view.figures if other.start >= figure.end), None)
    return following is not None and following.kind == "percent" and bool(
        SHARE_WORD.search(view.between(figure.end, following.start))
    )  # fmt: skip


def _counted_for(view: View, percent: Figure) -> tuple[View, Figure] | None:
    """The count a percentage belongs to: before it in the clause, or before the parenthesis it stands in."""
    inside = [figure for figure in view.figures if figure.end <= percent.start]
    if inside:
        last = _of_a_total(view, inside)
        gap = view.between(last.end, percent.start)
        reach = LONG_REACH if last.kind == "share" else REACH
        linked = LINK.match(gap) or (last.kind == "share" and not re.search("[;.:]", gap))
        fits = last.kind != "percent" and len(gap) < reach and linked and SHARE_WORD.search(gap)
        return (view, last) if fits and _is_count(view, last) else None
    if not view.parent or len(view.between(view.start, percent.start).strip()) > 40:
        return None
    outer = [figure for figure in view.parent.figures if figure.end <= view.at]
    if not outer or outer[-1].kind == "percent":
        return None
    gap = view.parent.between(outer[-1].unit_end, view.at)
    return (
        (view.parent, outer[-1])
        if len(gap) < 60 and not re.search(r"[;:.]", gap) and _is_count(view.parent, outer[-1])
        else None
    )


def _of_a_total(view: View, inside: list[Figure]) -> Figure:
    """ "45 trên tổng số 60 kiến nghị" read as 45/60; else the last figure."""
    last = inside[-1]
    if len(inside) < 2 or last.kind != "count" or inside[-2].kind != "count":
        return last
    part = inside[-2]
    if not OUT_OF.fullmatch(view.between(part.unit_end, last.start)) or part.approximate:
        return last
    text = f"{part.text}/{last.text}"
    span = (part.start, last.end, last.unit_end)
    return Figure(*span, text, part.value, last.unit, "share", last.value, last.approximate)


def _is_count(view: View, figure: Figure) -> bool:
    return not figure.approximate and (figure.kind in ("share", "fraction") or bool(counted(view, [figure])))


def _share_behind(paragraph: Paragraph, view: View, percent: Figure) -> tuple[View, Figure] | None:
    """ "35,3% (12/34 đại biểu)": the count in a parenthesis right behind."""
    for inner in paragraph.views:
        if inner.parent is view and 0 <= inner.at - percent.end <= 3 and len(inner.figures) == 1:
            only = inner.figures[0]
            if only.kind in ("share", "fraction") and only.start - inner.start <= 2:
                base = only.base or Decimal(only.text.split("/")[-1].replace(".", ""))
                return inner, Figure(
                    only.start, only.end, only.unit_end, only.text, only.value, only.unit, "share", base
                )
    return None


def _explicit(paragraph: Paragraph, view: View, percent: Figure, part: Figure) -> tuple[View, Figure] | None:
    """The base named behind: "chiếm 40% tổng số 34 đại biểu", "đạt 105% dự toán (70,6 tỷ đồng)"."""
    behind = [figure for figure in view.figures if figure.start >= percent.end]
    if behind and behind[0].kind != "percent" and behind[0].unit.same(part.unit):
        gap = view.between(percent.end, behind[0].start)
        if EXPLICIT_BASE.match(gap) or (PLAN.match(gap) and PLAN_FIGURE.match(gap)):
            return view, behind[0]
    for inner in paragraph.views:
        gap = view.between(percent.end, inner.at) if inner.parent is view and inner.at >= percent.end else ";"
        if PLAN.match(gap) and PLAN_FIGURE.match(gap) and len(inner.figures) == 1:
            only = inner.figures[0]
            lead = inner.between(inner.start, only.start)
            return (inner, only) if only.kind == part.kind and only.unit and len(lead) < 30 else None
    return None


def _bases(paragraph: Paragraph, part_view: View, part: Figure) -> Iterator[tuple[View, Figure]]:
    """Greater figures of the same noun in the paragraph, and in what the part hangs on."""
    for view in paragraph.views:
        for figure in counted(view, view.figures):
            before = view is not part_view or figure.start < part.start
            if figure.kind == part.kind and figure is not part and before and _may_hold(view, figure, part):
                if (
                    figure.unit
                    and figure.unit.same(part.unit)
                    and not figure.approximate
                    and _earlier(view, part_view)
                ):
                    yield view, figure
            elif figure.kind == "share" and figure.base and figure.unit.same(part.unit):
                yield (
                    view,
                    Figure(
                        figure.start,
                        figure.end,
                        figure.unit_end,
                        written(figure.base),
                        figure.base,
                        figure.unit,
                    ),
                )


def _may_hold(view: View, figure: Figure, part: Figure) -> bool:
    """A base is at least as great as its part, unless it is said to be the total."""
    return figure.value >= part.value or bool(TOTAL_SAID.search(view.between(view.start, figure.start)))


def _earlier(view: View, part_view: View) -> bool:
    if view.passage is not part_view.passage:
        return True
    return view.start <= part_view.start or view.parent is part_view


def _judged(share: Share) -> Relation | None:
    for view, base in share.bases:
        if follows(share.part, base, share.percent) == "exact":
            return _relation(share, view, base, holds=True)
    for view, base in share.bases:
        if follows(share.part, base, share.percent) == "cut":
            return _relation(share, view, base, holds=False, severity=NOTE)
    if not share.certain or share.percent.value > 400:
        return None
    view, base = share.bases[-1]
    return _relation(share, view, base, holds=False)


def follows(part: Figure, base: Figure, percent: Figure) -> str:
    """ "exact" when it is the rounded share; "cut" when one unit of the last digit off; else ""."""
    if base.high <= 0:
        return ""
    step = percent.step
    low = (part.value - spread(part)) / (base.value + spread(base)) * HUNDRED
    high = (part.value + spread(part)) / max(base.value - spread(base), Decimal(1)) * HUNDRED
    value = part.value / base.value * HUNDRED if base.value else low
    if (
        value.quantize(step, ROUND_HALF_UP) == percent.value
        or low - step / 2 <= percent.value <= high + step / 2
    ):
        return "exact"
    off = abs(value - percent.value)
    return "cut" if off <= step or value.quantize(step, ROUND_DOWN) == percent.value else ""


def _relation(share: Share, view: View, base: Figure, *, holds: bool, severity: str = "") -> Relation:
    percent, part = share.percent, share.part
    value = (part.value / base.value * HUNDRED).quantize(percent.step, ROUND_HALF_UP)
    count = part.text.split("/")[0]
    computed = f"{written(value)}%"
    places = {(share.view.place(percent.start), share.view.place(percent.end)),
              (share.part_view.place(part.start), share.part_view.place(part.end)),
              (view.place(base.start), view.place(base.end))}  # fmt: skip
    return Relation(
        "percent", holds, share.view.place(percent.start), share.view.place(percent.end),
        f"{percent.text} = {count}/{base.text}", percent.text, computed,
        _message(share, base, count, computed, severity), severity, tuple(sorted(places)),
    )  # fmt: skip


def _message(share: Share, base: Figure, count: str, computed: str, severity: str) -> str:
    unit = f" {share.part.unit}" if share.part.unit and share.part.kind != "money" else ""
    if severity == NOTE:
        said = f"Ghi {share.percent.text} nhưng {count} trên {base.text}{unit}"
        return f"{said} làm tròn là {computed} (có thể đã cắt bớt)."
    fitting = _fitting_base(share)
    hint = f"; {share.percent.text} chỉ đúng nếu tổng là khoảng {fitting}" if fitting else ""
    return f"Ghi {share.percent.text} nhưng {count} trên {base.text}{unit} là {computed}{hint}."


def _fitting_base(share: Share) -> str:
    if not share.percent.value or share.part.kind == "money":
        return ""
    return written((share.part.value / share.percent.value * HUNDRED).quantize(Decimal(1), ROUND_HALF_UP))
