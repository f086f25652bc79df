"""Figures in a passage: value, noun, exactness. Dates and numbers of papers are none."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from dienhong.checking.units import COMPOUND, MONEY, NOTHING, SCALED, Unit, unit_at, unknown_at
from dienhong.vietnamese.numerals import parse_money, parse_number

MONEY_UNIT = Unit((("đồng",),))
MILLION = Decimal(10**6)
SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3}
NUMBER = re.compile(
    r"(?<![\w.,/])(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,6}|\.\d{1,2}(?!\d))?(?![\d])(?!\.\d)"
)
DATE = re.compile(
    r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)|(?<![\d/])\d{1,2}\s?/\s?(?:19|20)\d\d(?![\d/])"
    r"|ngày\s+(?:mùng\s+)?\d{1,2}(?:\s*(?:,|và|-|–|đến|đến ngày)\s*\d{1,2})*"
    r"(?:\s*/\s*\d{1,2}(?:\s*/\s*\d{2,4})?|\s+tháng\s+\d{1,2}(?:[\s,]+năm\s+\d{4}|\s*/\s*\d{4})?)?"
    r"|(?<!\d)\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
    r"|(?:19|20)\d\d\s?[-–]\s{0,4}(?:19|20)\d\d|\d{1,2}[hg:]\d{2}(?!\d)|\d{1,2}\s*giờ(?:\s*\d{2})?"
    r"|(?<![\d/])(?<!\d\s)(?:0?[1-9]|[12]\d|3[01])\s?[-–]\s?\d{1,2}/\d{1,2}(?:/\d{4})?",
    re.IGNORECASE,
)
PAPER = re.compile(
    r"(?:(?<=[\s(:,])|^)\d{1,5}\s?[/-]?\s?(?:\d{4}\s?/)?\s?[A-ZĐƯ&]{2,}\w*(?:[-–/&.]\w+)*"
    r"|\d{1,5}/\d{4}/[\w-]+|\d+[a-zđ]?/[A-ZĐ][\w-]*|\d+/\d{4}(?:/\w+)"
)
ENUMERATOR = re.compile(r"\(\s*(?:\d{1,2}|[a-zđ])\s*\)(?=\s*[^\W\d_])")
APPENDICES = re.compile(
    r"\b(?:phụ lục|phụ biểu|biểu|bảng|mục|điều|khoản|tổ|thứ)(?: số)?\s+\d+(?:\.\d+)*(?:\s*(?:,|;|và|-"
    r"|đến)\s*\d+(?:\.\d+)*(?=[\s,;.)]))+(?!\s*[^\W\d_]*\s*(?:kiến|nghị|nội))",
    re.IGNORECASE,
)
NO_FIGURES = (DATE, PAPER, ENUMERATOR, APPENDICES)
HARD_BEFORE = re.compile(
    r"(?:\b(?:điều|khoản|điểm|mục|tiểu mục|phần|chương|chuyên đề số|phụ lục|phụ biểu|biểu|biểu mẫu|bảng"
    r"|mẫu|thứ|lần"
    r"|khóa|khoá|nhiệm kỳ|tháng|ngày|quý|tuần thứ|quốc lộ|tỉnh lộ|đường|trang|phiên họp thứ|kỳ họp thứ"
    r"|tuổi|covid"
    r"|(?<!tổng )(?<!trong )(?<!đa )(?<!cơ )(?<!một )(?<!phần )số|lớp|bão|cấp độ|vùng|hạng|loại|bậc"
    r"|luật|nghị định|thông tư|chỉ thị|pháp lệnh|khu vực|giai đoạn|từ năm|đến năm|hướng dẫn số)|\b(?:QL|TL"
    r"|ĐT|DT|HL|QL\.))"
    r"(?:\s+(?:số|thứ|năm))?\s*[-.]?\s*$",
    re.IGNORECASE,
)
PAPER_BEFORE = re.compile(
    r"(?:Nghị quyết|Quyết định|Kế hoạch|Kết luận|Thông báo|Tờ trình|Báo cáo|Công văn|Chương trình|Đề án"
    r"|Quy định)\s+$"
)
SOFT_BEFORE = re.compile(
    r"(?<!các )(?<!cấp )\b(?:tổ|tổ đại biểu|tổ dân phố|thôn|bản|ấp|khu|khu phố|khối|xóm|làng|buôn|quận"
    r"|phường|kỳ họp|đợt|nhóm"
    r"|vòng|cụm|năm|đơn vị bầu cử|đội|trạm|kỳ|hội nghị|đoàn|dự án|trường)\s+$",
    re.IGNORECASE,
)
TIME_AFTER = re.compile(
    r"\s*(?:tháng|năm(?! nội| xã)|ngày|giờ|phút|tuần|quý|tuổi|cấp(?!\s+(?:ủy|uỷ))|lần|thế kỷ|bậc|chiều|mặt"
    r"|bên)\b",
    re.IGNORECASE,
)
APPROXIMATE = re.compile(
    r"\b(?:khoảng|gần|trên|hơn|dưới|chừng|ước|ước đạt|ước tính|tối thiểu|ít nhất|tối đa|trung bình"
    r"|bình quân|không quá|từ"
    r"|chưa đến|chưa đầy|xấp xỉ|trên dưới|vượt|quá|mỗi|đến)\s+$",
    re.IGNORECASE,
)
OPEN_AFTER = re.compile(r"\s*(?:trở lên|trở xuống|[-–]\s*\d|đến\s+\d|\+)", re.IGNORECASE)
PER = re.compile(r"\s*/\s*(?:năm|tháng|quý|người|đại biểu|xã|đơn vị|tổ|ngày|lần|cuộc)\b", re.IGNORECASE)
SHARE = re.compile(r"\s?/\s?(\d{1,6}(?:\.\d{3})*)(?![\d/,])")
PERCENT = re.compile(r"\s?(?:%|phần trăm\b)")
WORD = re.compile(
    r"\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?:\s+(?:mươi|mốt|một|hai|ba|bốn|tư|lăm|năm|sáu|bảy"
    r"|tám|chín))*\b(?=\s)",
    re.IGNORECASE,
)
WORD_BARRED_BEFORE = re.compile(
    r"\b(?:thứ|lần|tháng|quý|năm|khóa|khoá|hàng|mỗi|từng|trong|các|điều|ngày|thường|cuối|đầu)\s+$",
    re.IGNORECASE,
)
SPELLED_TWICE = re.compile(r"\(\s*(?:\d{1,3}|[^\W\d]+(?:\s[^\W\d]+){0,3})\s*\)")
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its meaning; start and end are offsets in the passage, `unit_end` where its noun ends."""

    start: int
    end: int
    unit_end: int
    text: str
    value: Decimal
    unit: Unit
    kind: str = "count"
    """count, money, percent or share (n/N)."""
    base: Decimal | None = None
    """N of a share n/N."""
    approximate: bool = False
    step: Decimal = Decimal(1)
    """What one unit of the last digit written is worth."""

    @property
    def low(self) -> Decimal:
        return self.value - (self.step / 2 if self.kind == "money" else 0)

    @property
    def high(self) -> Decimal:
        return self.value + (self.step / 2 if self.kind == "money" else 0)


def find_figures(text: str) -> tuple[Figure, ...]:
    """Every figure of a passage in order; no ordinals, dates, years, numbers of papers and articles."""
    return _Scanner(text).figures


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._barred = _spans(text)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        found = [*self._digits(), *self._words()]
        return tuple(sorted(found, key=lambda figure: figure.start))

    def _digits(self) -> Iterator[Figure]:
        over = 0
        for match in NUMBER.finditer(self._text):
            if match.start() < over or self._is_barred(match.start()):
                continue
            figure = self._figure(match.start(), match.end())
            if figure:
                over = figure.end
                yield figure

    def _words(self) -> Iterator[Figure]:
        for match in WORD.finditer(self._text):
            unit, unit_end = unit_at(self._text, match.end())
            before = self._text[max(0, match.start() - 12) : match.start()]
            value = parse_number(match[0])
            if (
                not unit
                or value is None
                or WORD_BARRED_BEFORE.search(before)
                or self._is_barred(match.start())
            ):
                continue
            if value > 1 or before.endswith(("; ", ": ", "(")):
                approximate = bool(APPROXIMATE.search(before))
                yield Figure(
                    match.start(), match.end(), unit_end, match[0], value, unit, approximate=approximate
                )

    def _is_barred(self, offset: int) -> bool:
        place = bisect_right(self._barred, (offset, len(self._text))) - 1
        return place >= 0 and offset < self._barred[place][1]

    def _figure(self, start: int, end: int) -> Figure | None:
        before = self._text[max(0, start - 40) : start]
        if self._text[end : end + 1].isalpha() or HARD_BEFORE.search(before) or PAPER_BEFORE.search(before):
            return None
        number = self._text[start:end]
        percent = PERCENT.match(self._text, end)
        value = _value(number, as_count=not percent)
        if value is None:
            return None
        approximate = bool(APPROXIMATE.search(before) or OPEN_AFTER.match(self._text, end))
        if percent:
            return Figure(
                start,
                percent.end(),
                percent.end(),
                self._text[start : percent.end()],
                value,
                NOTHING,
                "percent",
                approximate=approximate,
                step=_step(number),
            )
        return self._share(start, end, value, approximate) or self._count(
            start, end, value, approximate, before
        )

    def _share(self, start: int, end: int, value: Decimal, approximate: bool) -> Figure | None:
        share = SHARE.match(self._text, end)
        base = parse_number(share[1]) if share else None
        if not share or base is None:
            return None
        unit, unit_end = unit_at(self._text, share.end())
        if not unit:
            return Figure(
                start, share.end(), share.end(), self._text[start : share.end()], value, NOTHING, "fraction"
            )
        return Figure(
            start,
            share.end(),
            unit_end,
            self._text[start : share.end()],
            value,
            unit,
            "share",
            base,
            approximate,
        )

    def _count(self, start: int, end: int, value: Decimal, approximate: bool, before: str) -> Figure | None:
        text = self._text
        compound = COMPOUND.match(text, end)
        amount = parse_money(text[start : compound.end()]) if compound else None
        if compound and amount is not None:
            whole, last = text[start : compound.end()], compound.end()
            return Figure(
                start, last, last, whole, Decimal(amount), MONEY_UNIT, "money", None, approximate, MILLION
            )
        money = MONEY.match(text, end) or SCALED.match(text, end)
        if money:
            scale = _scale(money[1])
            return Figure(
                start,
                money.end(),
                money.end(),
                text[start : money.end()].strip(),
                value * scale,
                MONEY_UNIT,
                "money",
                None,
                approximate,
                _step(text[start:end]) * scale,
            )
        skip = SPELLED_TWICE.match(text, end + (text[end : end + 1] == " "))
        unit, unit_end = unit_at(text, skip.end() if skip else end)
        if not unit and (
            TIME_AFTER.match(text, end) or SOFT_BEFORE.search(before) or YEAR.fullmatch(text[start:end])
        ):
            return None
        if YEAR.fullmatch(text[start:end]) and before.rstrip().lower().endswith(
            ("năm", "trước", "sau", "với")
        ):
            return None
        if not unit and not skip:
            unit, unit_end = unknown_at(text, end)
        approximate = approximate or bool(PER.match(text, unit_end) or OPEN_AFTER.match(text, unit_end))
        return Figure(
            start,
            end,
            unit_end if unit else end,
            text[start:end],
            value,
            unit,
            "count",
            None,
            approximate,
            _step(text[start:end]),
        )


def _spans(text: str) -> list[tuple[int, int]]:
    """Dates, numbers of papers, enumerators, lists of appendices; sorted, none overlapping."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(match.span() for pattern in NO_FIGURES for match in pattern.finditer(text)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _value(number: str, *, as_count: bool) -> Decimal | None:
    """30,3 is a decimal and 1.650 a thousand; a dot before one or two digits is the foreign decimal mark."""
    if as_count and re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+", number):
        number = number.replace(",", "")
    return parse_number(number, lenient=True)


def _step(number: str) -> Decimal:
    _, comma, decimals = number.rpartition(",") if "," in number else number.rpartition(".")
    return Decimal(10) ** -len(decimals) if comma and (len(decimals) != 3 or "," in number) else Decimal(1)


def _scale(words: str | None) -> int:
    scale = 1
    for word in (words or "").lower().split():
        scale *= SCALES[word]
    return scale
