"""Whether two letters may be one that was sent to two levels; pure. It says why, a person decides.

Few letters come in, and what is compared is short: same sender, same field and place, shared words. Nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from dienhong.vietnamese.text import fold

COMMON_WORDS = frozenset(
    fold(
        "đơn đề nghị kiến nghị phản ánh khiếu nại xem xét giải quyết về việc của cho và là các có không được bị"
        " trong tại với theo ông bà gia đình tôi chúng hộ UBND HĐND ủy ban nhân dân xã huyện tỉnh thôn"
    ).split()
)
"""Folded words that letters of any matter have."""

HALF, MOST = 0.5, 0.7
"""How many of the words of the shorter one both must have: where the field is the same, and where it is not."""
FEWEST = 3
"""Fewer words in common say nothing."""


@dataclass(frozen=True)
class Said:
    """What of a letter is compared. ``places``: where it happened, and whose council it came to."""

    sender: str
    field: int | None
    places: tuple[str, ...]
    matter: str


def reasons(one: Said, other: Said) -> tuple[str, ...]:
    """Why the two may be the same letter, in words; empty when nothing says so."""
    same_sender = bool(fold(one.sender)) and fold(one.sender) == fold(other.sender)
    same_field = one.field is not None and one.field == other.field
    place, shared = shared_place(one, other), shared_words(one.matter, other.matter)
    near = _share(one.matter, other.matter) >= (HALF if same_field else MOST) and len(shared) >= FEWEST
    if not (same_sender or near or (same_field and place and len(shared) >= FEWEST)):
        return ()
    told = [
        "cùng người gửi" if same_sender else "",
        "cùng lĩnh vực" if same_field else "",
        f"cùng nơi: {place}" if place else "",
        f"cùng có: {', '.join(shared[:8])}" if shared else "",
    ]
    return tuple(filter(None, told))


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """Words that both have, as the first writes them."""
    theirs = set(fold(other).split())
    told = {fold(word): word.strip(".,;:!?()“”\"'") for word in one.split()}
    return tuple(word for key, word in told.items() if key in theirs and key not in COMMON_WORDS)


def shared_place(one: Said, other: Said) -> str:
    """A place of the one that is named in a place of the other."""
    theirs = [f" {fold(place)} " for place in other.places if place.strip()]
    mine = [place for place in one.places if place.strip()]
    named = (p for p in mine if any(f" {fold(p)} " in t or t in f" {fold(p)} " for t in theirs))
    return next(named, "")


def _share(one: str, other: str) -> float:
    """The share of the shorter one's words that both have."""
    words = [set(fold(text).split()) - COMMON_WORDS for text in (one, other)]
    fewest = min(len(found) for found in words)
    return len(words[0] & words[1]) / fewest if fewest else 0.0
