"""Numbers as officials write them: 05, 1.650, 30,3%, 74,2 tỷ đồng, khóa XIV, thứ Bảy."""

import math
import re
from decimal import Decimal
from fractions import Fraction

from .ordinals import format_term, ordinal_words, parse_ordinal, parse_roman, to_roman
from .text import normalise
from .words import parse_words, to_words

__all__ = [
    "format_count",
    "format_decimal",
    "format_money",
    "format_percent",
    "format_term",
    "ordinal_words",
    "parse_money",
    "parse_number",
    "parse_ordinal",
    "parse_percent",
    "parse_roman",
    "percent",
    "to_roman",
    "to_words",
]

# A dot groups thousands and a comma begins the decimals. No figure of a council has more than 18 digits.
_NUMBER = re.compile(
    r"(?P<minus>[-−]?)(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5}|[0-9]{1,18})(?:,(?P<decimals>[0-9]{1,9}))?"
)
# Not how officials write, but what spreadsheets and other programs leave behind.
_FOREIGN = re.compile(
    r"(?P<minus>[-−]?)(?P<whole>[1-9][0-9]{0,2}(?:[, ][0-9]{3}){1,5}|[0-9]{1,18})"
    r"(?:\.(?P<decimals>[0-9]{1,9}))?"
)
_NOT_DIGIT = re.compile(r"[^0-9]")


def parse_number(text: str, *, lenient: bool = False) -> Decimal | None:
    """The value of "05", "1.650", "30,3", "hai mươi mốt"; None for anything else, "1.5" and "1,650.5" too.

    A dot groups only before exactly three digits. With `lenient`, what cannot be read so is tried the foreign
    way: "1.5", "1,650.5", "1,234,567", "1 650"; "1,650" stays one and 65 hundredths.
    """
    clean = normalise(text)
    found = _NUMBER.fullmatch(clean) or (_FOREIGN.fullmatch(clean) if lenient else None)
    if found is None:
        value = parse_words(clean)
        return None if value is None else Decimal(value)
    whole = _NOT_DIGIT.sub("", found["whole"])
    value_text = f"{int(whole)}.{found['decimals']}" if found["decimals"] else str(int(whole))
    return Decimal(f"-{value_text}" if found["minus"] else value_text)


def parse_percent(text: str, *, lenient: bool = False) -> Decimal | None:
    """The 30.3 of "30,3%", "30,3 %" or "30,3 phần trăm"; None without the sign."""
    clean = normalise(text)
    bare = clean.removesuffix("%").removesuffix("phần trăm")
    return parse_number(bare, lenient=lenient) if bare != clean else None


_CURRENCY = re.compile(r"(?:^|(?<=[\s\d]))(?:đồng|đ|vnđ|vnd)\.?$")
_SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3}
_SCALE = re.compile(r"((?:nghìn |ngàn )?(?:tỷ|tỉ)|triệu|nghìn|ngàn)(?=\s|$)")


def parse_money(text: str) -> int | None:
    """The amount in đồng of "703 triệu đồng", "1 tỷ 200 triệu đồng", "1.650.000"; None if unclear."""
    clean = _CURRENCY.sub("", normalise(text).lower()).strip()
    words = parse_words(clean)
    if words is not None:
        return words
    pieces = _SCALE.split(clean)
    amounts = [
        *zip(pieces[::2], pieces[1::2], strict=False),
        *([(pieces[-1], "")] if pieces[-1].strip() else []),
    ]
    return _add_up([_amount(number, scale) for number, scale in amounts])


def _amount(number: str, scale: str) -> tuple[Fraction, int] | None:
    factor = math.prod(_SCALES[word] for word in scale.split())
    value = parse_number(number)
    return None if value is None else (Fraction(value) * factor, factor)


def _add_up(amounts: list[tuple[Fraction, int] | None]) -> int | None:
    """The sum of amounts in falling scales, in whole đồng; None when one is unreadable or out of order."""
    total, below = Fraction(0), math.inf
    for amount in amounts:
        if amount is None or abs(amount[0]) >= below:
            return None
        total, below = total + amount[0], amount[1]
    return int(total) if amounts and total.denominator == 1 else None


_VIETNAMESE_MARKS = str.maketrans(",.", ".,")


def _grouped(number: int) -> str:
    return f"{number:,}".translate(_VIETNAMESE_MARKS)


def format_count(number: int, *, padded: bool = True) -> str:
    """A count in prose: 5 → "05" ("5" if not padded), 1650 → "1.650"; zero is "0"."""
    return f"0{number}" if padded and 0 < number < 10 else _grouped(number)


def format_decimal(value: Decimal | Fraction | int, places: int = 2, *, fixed: bool = False) -> str:
    """The value rounded half-up: 66,67. Zeros at the end are dropped ("40") unless `fixed` ("40,00")."""
    digits = f"{_round(value, places):,.{places}f}".translate(_VIETNAMESE_MARKS)
    return digits.rstrip("0").rstrip(",") if places and not fixed else digits


def _round(value: Decimal | Fraction | int, places: int) -> Decimal:
    scaled = Fraction(value) * 10**places
    rounded = math.floor(abs(scaled) + Fraction(1, 2))
    return Decimal(f"{rounded if scaled >= 0 else -rounded}e-{places}")


def percent(part: int | Decimal, whole: int | Decimal, places: int = 1) -> Decimal | None:
    """part/whole in percent, rounded half-up; None of nothing."""
    return _round(Fraction(part) * 100 / Fraction(whole), places) if whole else None


def format_percent(part: int | Decimal, whole: int | Decimal, places: int = 1, *, fixed: bool = False) -> str:
    """The share as officials write it: 30,3%; 40% (",0" is dropped unless `fixed`); "–" of nothing."""
    share = percent(part, whole, places)
    return "–" if share is None else format_decimal(share, places, fixed=fixed) + "%"


_MONEY_UNITS = ((10**9, "tỷ đồng"), (10**6, "triệu đồng"))


def format_money(amount: int) -> str:
    """An amount in đồng, never rounded: "74,2 tỷ đồng", "703 triệu đồng", "1.234.567 đồng"."""
    for unit, name in _MONEY_UNITS:
        if abs(amount) >= unit and amount % (unit // 1000) == 0:
            return f"{format_decimal(Fraction(amount, unit), 3)} {name}"
    return f"{_grouped(amount)} đồng"
