"""Do the parts make the whole, and if not, could one slip of the pen explain it?"""

from collections.abc import Sequence
from decimal import Decimal

from dienhong.checking.figures import Figure


def spread(figure: Figure) -> Decimal:
    """How far the true value may lie from the written one: money with decimals is rounded."""
    return figure.step / 2 if figure.kind == "money" and "," in figure.text else Decimal(0)


def adds_up(whole: Figure, values: Sequence[Decimal], figures: Sequence[Figure]) -> bool:
    """Whether the values make the whole, as exactly as they are written."""
    room = spread(whole) + sum((spread(figure) for figure in figures), Decimal(0))
    return abs(sum(values, Decimal(0)) - whole.value) <= room


def one_slip(whole: Decimal, values: Sequence[Decimal]) -> bool:
    """Whether changing, dropping, adding or swapping one digit of one number would make the sum right."""
    difference = sum(values, Decimal(0)) - whole
    if _near(whole, whole + difference):
        return True
    return any(_near(value, value - difference) for value in values)


def _near(written: Decimal, needed: Decimal) -> bool:
    if needed < 0:
        return False
    one, other = f"{written.normalize():f}", f"{needed.normalize():f}"
    return within_one_edit(one, other)


def within_one_edit(one: str, other: str) -> bool:
    """Whether two strings differ by one character changed, added, dropped, or two neighbours swapped."""
    if one == other:
        return True
    if len(one) == len(other):
        places = [place for place in range(len(one)) if one[place] != other[place]]
        swapped = len(places) == 2 and places[1] == places[0] + 1
        return len(places) == 1 or (
            swapped and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
        )
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(
        long[:place] + long[place + 1 :] == short for place in range(len(long))
    )


def near(whole: Decimal, total: Decimal, share: Decimal) -> bool:
    """Whether the two differ by at most this share of the greater."""
    return abs(whole - total) <= share * max(whole, total)


def written(value: Decimal) -> str:
    """A value as officials write it: 1.650, 30,3."""
    text = f"{value.normalize():,f}" if value == value.to_integral_value() else f"{value.normalize():,}"
    return text.translate(str.maketrans(",.", ".,"))
