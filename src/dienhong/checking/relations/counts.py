"""An announced number of things that are then named: `tại 03 xã: A, B`, `02 nội dung: (1) …; (2) …`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from dienhong.checking.arithmetic import within_one_edit, written
from dienhong.checking.clauses import View
from dienhong.checking.figures import Figure
from dienhong.checking.findings import Relation
from dienhong.checking.parts import fits
from dienhong.checking.reading import Paragraph, Reading
from dienhong.checking.relations.item_lists import item_lists
from dienhong.checking.units import Unit

AREAS = frozenset(
    [
        "xã",
        "phường",
        "huyện",
        "quận",
        "tỉnh",
        "thôn",
        "bản",
        "làng",
        "buôn",
        "ấp",
        "khóm",
        "xóm",
        "đơn_vị",
        "địa_phương",
        "thị_trấn",
        "thị_xã",
        "thành_phố",
        "khu_phố",
        "tổ_dân_phố",
        "địa_bàn",
        "cơ_sở",
    ]
)
LEVELS = tuple(
    frozenset(names.split()) for names in ("xã phường thị_trấn đặc_khu", "huyện quận thị_xã thành_phố")
)
PERSONS = frozenset(["đồng_chí", "đại_biểu", "ông", "bà", "thành_viên", "người", "cá_nhân", "vị"])
BODIES = frozenset(["ban", "cơ_quan", "sở", "phòng", "ngành", "tổ", "đơn_vị", "tập_thể"])
MATTERS = frozenset(
    [
        "nội_dung",
        "vấn_đề",
        "nhóm",
        "nhóm_vấn_đề",
        "nhóm_nội_dung",
        "chuyên_đề",
        "nhiệm_vụ",
        "giải_pháp",
        "mục_tiêu",
        "lĩnh_vực",
        "dự_án",
        "nghị_quyết",
        "tiêu_chí",
        "kiến_nghị",
        "đề_xuất",
        "chương_trình",
        "công_trình",
        "đề_án",
        "câu_hỏi",
        "báo_cáo",
        "tờ_trình",
        "phần",
    ]
)
LINK = re.compile(
    r"(?P<words>[^;:.,()\d]{0,45}?)\s*(?:,\s*)?(?:\b(?:gồm có|bao gồm|gồm|là|cụ thể là|cụ thể"
    r"|đó là)\b\s*:?|:)(?=\s)"
)
AREA_WORD = re.compile(
    r"^(?:và\s+)?(?:(?:các|những|tại|ở)\s+)?(?P<kind>xã|phường|thị trấn|huyện|quận|thị xã|thành phố|TP\.?"
    r"|tỉnh|thôn|bản|làng|buôn|ấp|khóm|xóm|khu phố|tổ dân phố|TT|P\.|TX\.?|TT\.)\s*:?\s+",
    re.IGNORECASE,
)
BODY_WORD = re.compile(
    r"^(?:và\s+)?(?:Ban|Sở|Phòng|Tổ|UBND|HĐND|Công an|Chi cục|Trung tâm|Tòa án|Toà án|Viện|Hội|Đoàn|Ủy ban"
    r"|Văn phòng|Thường trực|Thanh tra|Bộ Chỉ huy|Ban Chỉ huy)\b",
    re.IGNORECASE,
)
HONORIFIC = re.compile(r"^(?:và\s+)?(?:các\s+)?(?:đồng chí|đ/c|ông|bà|anh|chị)\s*:?\s+", re.IGNORECASE)
NAME = re.compile(
    r"(?:[A-ZĐÀ-Ỹ][\w’']*|I{1,3}|\d{1,2})(?:[\s-]+(?:[A-ZĐÀ-Ỹ][\w’']*|[a-zà-ỹ]{1,4}(?=[\s-][A-ZĐ])|\d{1,2}"
    r"|I{1,3}))*"
)
PERSON = re.compile(r"[A-ZĐÀ-Ỹ][\w’']*(?:\s+[A-ZĐÀ-Ỹ][\w’']*){1,5}")
BODY = re.compile(r"[A-ZĐÀ-Ỹ][^;:()]{1,70}")
OPEN_END = re.compile(
    r"…|\.\.|\bv\.v|\bvv\b|\bnhư\b|\bkhác\b|\bcòn lại\b|\btrừ\b|\bnhất là\b|\bđiển hình\b|\btrong đó\b"
    r"|\btiêu biểu\b",
    re.IGNORECASE,
)
CONSTITUENCY = re.compile(r"\s*bầu cử", re.IGNORECASE)
AND = re.compile(r"\s(?:và|cùng)\s")
ENUMERATED = re.compile(r"(?:\(\s*(\d{1,2}|[a-zđ])\s*\)|(?:(?<=[\s:;])|^)(\d{1,2})[.)])(?=\s*[^\W\d_“\"])")
TAIL = re.compile(r"[^;:.\d]{0,60}?:?\s*$")
MOST = 80


def counts(reading: Reading) -> Iterator[Relation]:
    """Announced numbers of named things, in a sentence, a parenthesis, a footnote or a list."""
    for paragraph in reading.paragraphs:
        for view in paragraph.views:
            for figure in view.figures:
                if _announces(figure):
                    yield from _named(paragraph, view, figure)
    yield from _listed(reading)


def _announces(figure: Figure) -> bool:
    return (
        figure.kind in ("count", "share")
        and bool(figure.unit)
        and not figure.approximate
        and 1 <= figure.value <= MOST
    )


def _named(paragraph: Paragraph, view: View, figure: Figure) -> Iterator[Relation]:
    if CONSTITUENCY.match(view.text, figure.unit_end - view.start):
        return
    link = LINK.match(view.text, figure.unit_end - view.start)
    if link:
        start = view.start + link.end()
        stop = view.text.find(";", link.end())
        enumerated = _enumerated(view, figure, link.end())
        if enumerated is not None:
            yield from enumerated
            return
        yield from _names(view, figure, view.between(start, view.end), view.place(start))
        if stop >= 0:
            yield from _matters(view, figure, view.between(start, view.end))
    for inner in paragraph.views:
        gap = (
            view.between(figure.unit_end, inner.at)
            if inner.parent is view and inner.at >= figure.unit_end
            else ";"
        )
        if figure.value > 1 and len(gap) < 60 and not re.search(r"[;:.,\d]", gap) and not inner.figures:
            yield from _names(view, figure, inner.text, inner.place(inner.start))


def _names(view: View, figure: Figure, text: str, place: int) -> Iterator[Relation]:
    """Proper names between commas; "và" may join two names or belong to one."""
    if OPEN_END.search(text):
        return
    text = re.sub(
        r"^\s*(?:cụ thể|gồm có|bao gồm|gồm|là|đó là|tại)\s*:?\s*",
        "",
        text.rstrip(" .;:,/"),
        flags=re.IGNORECASE,
    )
    mixed = ";" in text and "," in text
    pieces = [piece.strip() for piece in re.split("[,;]", text)]
    least = text.count(";") + 1 if mixed else len(pieces)
    joined = [part.strip() for piece in pieces for part in AND.split(piece)]
    if least > MOST or not all(pieces) or len(joined) < 2 or not _all_named(joined, pieces, figure.unit):
        return
    if not mixed and not {"_".join(noun) for noun in figure.unit.nouns} & BODIES:
        least = len(joined)
    if least <= figure.value <= len(joined):
        yield _relation(view, figure, int(figure.value), place, holds=True)
    elif not mixed:
        yield _relation(
            view, figure, len(joined) if figure.value > len(joined) else least, place, holds=False
        )


def _all_named(joined: list[str], pieces: list[str], unit: Unit) -> bool:
    nouns = {"_".join(noun) for noun in unit.nouns}
    if nouns & AREAS and all(_area(piece, nouns) for piece in joined):
        return True
    if nouns & PERSONS and all(
        PERSON.fullmatch(HONORIFIC.sub("", piece)) and not BODY_WORD.match(piece) for piece in joined
    ):
        return not any(AREA_WORD.match(piece) for piece in joined)
    return bool(nouns & BODIES) and all(BODY.fullmatch(piece) and BODY_WORD.match(piece) for piece in pieces)


def _area(piece: str, nouns: set[str]) -> bool:
    """A place name; a kind before it must be the kind that was counted."""
    found = AREA_WORD.match(piece)
    name = AREA_WORD.sub("", piece) if found else re.sub(r"^và\s+", "", piece)
    if not NAME.fullmatch(name) or len(name) > 40 or BODY_WORD.match(name):
        return False
    kind = found["kind"].lower().replace(" ", "_").rstrip(".") if found else ""
    general = nouns & {"đơn_vị", "địa_phương", "địa_bàn", "cơ_sở"}
    short = {"tp": "thành_phố", "tt": "thị_trấn", "p": "phường", "tx": "thị_xã"}
    kind = short.get(kind, kind)
    return (
        not kind or bool(general) or kind in nouns or any(kind in level and nouns & level for level in LEVELS)
    )


def _enumerated(view: View, figure: Figure, start: int) -> list[Relation] | None:
    """ "(1) …; (2) …; (3) …" right behind; None when the sentence enumerates nothing."""
    text = view.passage.text[view.start + start : view.end]
    values = [
        int(found[1] or found[2]) for found in ENUMERATED.finditer(text) if (found[1] or found[2]).isdigit()
    ]
    if len(values) < 2 or values != list(range(1, len(values) + 1)):
        return None
    later = [other for other in view.figures if other.start > figure.start]
    if any(other.unit and fits(figure.unit, other.unit) for other in later) or OPEN_END.search(text[-30:]):
        return []
    place = view.place(view.start + start)
    return [_relation(view, figure, len(values), place, holds=len(values) == figure.value)]


def _matters(view: View, figure: Figure, text: str) -> Iterator[Relation]:
    """Clauses between semicolons that all begin with the same word."""
    nouns = {"_".join(noun) for noun in figure.unit.nouns}
    pieces = [piece.strip() for piece in text.rstrip(" .;").split(";")]
    if not nouns & MATTERS or len(pieces) < 2 or not all(pieces) or OPEN_END.search(text):
        return
    first = pieces[0].split()[0].lower()
    if any(piece.removeprefix("và ").split()[0].lower() != first for piece in pieces) or any(
        char.isdigit() for char in text
    ):
        return
    most = len(pieces) + len(re.findall(rf"(?:,| và) {re.escape(first)}\b", text))
    holds = len(pieces) <= figure.value <= most
    if holds or within_one_edit(written(figure.value), str(len(pieces))):
        yield _relation(view, figure, len(pieces), view.place(view.end), holds=holds)


def _listed(reading: Reading) -> Iterator[Relation]:
    """ "… 03 nội dung sau:" and the items below."""
    for found in item_lists(reading):
        view = found.last_sentence
        figures = [figure for figure in view.figures if _announces(figure)]
        last = figures[-1] if figures else None
        if last is None or last is not view.figures[-1] or not _ends_with(view, last):
            continue
        if any(
            figure.unit and fits(last.unit, figure.unit)
            for item in found.items
            for s in item.sentences
            for figure in s.figures
        ):
            continue
        number = len(found.items)
        holds = number == last.value
        if holds or (abs(last.value - number) == Decimal(1) and found.items[0].passage.style != "dash"):
            yield _relation(view, last, number, view.place(last.start), holds=holds)


def _ends_with(view: View, figure: Figure) -> bool:
    nouns = {"_".join(noun) for noun in figure.unit.nouns}
    return bool(nouns & (MATTERS | AREAS | BODIES)) and bool(
        TAIL.fullmatch(view.between(figure.unit_end, view.end))
    )


def _relation(view: View, figure: Figure, number: int, place: int, *, holds: bool) -> Relation:
    stated = figure.text.split("/")[0]
    unit = str(figure.unit)
    return Relation(
        "count", holds, view.place(figure.start), view.place(figure.unit_end), f"{stated} {unit}: {number}"
                                                                               f" tên", stated,
        str(number), f"Ghi {stated} {unit} nhưng sau đó nêu {number}.",
        places=((view.place(figure.start), view.place(figure.end)), (place, place)),
    )  # fmt: skip
