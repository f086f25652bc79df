"""Numbers in words, both ways: 21 ↔ "hai mươi mốt", 1.005 ↔ "một nghìn không trăm linh năm"."""

import re

from .text import normalise

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN = {**dict(enumerate(_DIGITS)), 5: "lăm"}
_AFTER_TENS = {**dict(enumerate(_DIGITS)), 1: "mốt", 4: "tư", 5: "lăm"}
_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))
_LIMIT = 10**18
_LONGEST = 400  # characters; the longest number below the limit has some 180

_VALUES = {word: value for value, word in enumerate(_DIGITS)}
_VALUES |= {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
_SPELLINGS = {"tỉ": "tỷ", "ngàn": "nghìn", "lẻ": "linh"}
_LEADING = "|".join([*_DIGITS, "bẩy"])
_UNIT = "|".join(word for word, value in _VALUES.items() if value)
_GROUP = re.compile(
    rf"(?P<single>{_LEADING})"
    rf"|(?:(?P<hundreds>{_LEADING}) trăm)?(?:^|$|(?<=trăm) ?)"
    rf"(?:linh (?P<odd>{_UNIT})|(?P<tens>{_LEADING}) mươi(?: (?P<unit>{_UNIT}))?"
    rf"|(?P<ten>mười)(?: (?P<after_ten>{_UNIT}))?)?"
)


def to_words(number: int) -> str:
    """The number in words, lower case; ValueError from 10^18 on, where nobody writes words any more."""
    if abs(number) >= _LIMIT:
        raise ValueError(f"no words for {number}")
    if number < 0:
        return "âm " + to_words(-number)
    return " ".join(_words(number)) or _DIGITS[0]


def _words(number: int, *, leading: bool = True) -> list[str]:
    words: list[str] = []
    for scale, name in _SCALES:
        head, number = divmod(number, scale)
        if head:
            words += [*_words(head, leading=leading and not words), name]
    return words + _group(number, leading=leading and not words)


def _group(number: int, *, leading: bool) -> list[str]:
    """The words of a number below 1.000; after a higher group its hundreds are said, even none."""
    hundreds, rest = divmod(number, 100)
    if not number:
        return []
    said = [] if leading and not hundreds else [_DIGITS[hundreds], "trăm"]
    return said + _below_hundred(rest, after=bool(said))


def _below_hundred(number: int, *, after: bool) -> list[str]:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return (["linh"] if after else []) + [_DIGITS[unit]] if unit else []
    if tens == 1:
        return ["mười"] + ([_AFTER_TEN[unit]] if unit else [])
    return [_DIGITS[tens], "mươi"] + ([_AFTER_TENS[unit]] if unit else [])


def parse_words(text: str) -> int | None:
    """The number that the words say ("một trăm linh năm", also lẻ, ngàn, tỉ, bẩy), or None."""
    if len(text) > _LONGEST:
        return None
    words = [_SPELLINGS.get(word, word) for word in normalise(text).lower().split()]
    negative = words[:1] == ["âm"]
    value = _read(words[negative:], _SCALES)
    return None if value is None else -value if negative else value


def _read(words: list[str], scales: tuple[tuple[int, str], ...]) -> int | None:
    for position, (scale, name) in enumerate(scales):
        if name in words:
            place = len(words) - 1 - words[::-1].index(name)
            head = _read(words[:place], _SCALES[1:] if name == "tỷ" else ())
            rest = _read(words[place + 1 :], scales[position + 1 :]) if words[place + 1 :] else 0
            return None if head is None or rest is None else head * scale + rest
    return _read_group(" ".join(words))


def _read_group(words: str) -> int | None:
    found = _GROUP.fullmatch(words) if words else None
    if found is None:
        return None
    value = {name: _VALUES.get(word or "", 0) for name, word in found.groupdict().items()}
    ten = 10 if found["ten"] else 0
    units = value["odd"] + value["unit"] + value["after_ten"] + value["single"]
    return value["hundreds"] * 100 + value["tens"] * 10 + ten + units
