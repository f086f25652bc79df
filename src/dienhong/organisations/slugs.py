"""Short addresses of councils: from the unit's name without its kind; they never change once given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import count

from django.core.exceptions import ValidationError

from dienhong.vietnamese.text import slug

RESERVED_SLUGS = frozenset(
    {"cong-khai", "api", "tai-khoan", "quan-tri", "kieu-dang", "static", "favicon.ico"}
)
"""First words of addresses that are not councils."""

_KIND_WORDS = ("thanh-pho-", "tinh-", "huyen-", "quan-", "thi-xa-", "thi-tran-", "xa-", "phuong-", "dac-khu-")


def council_slug_validator(value: str) -> None:
    """Refuse an address that the system itself uses."""
    if value in RESERVED_SLUGS:
        raise ValidationError(f"“{value}” là địa chỉ dành riêng của hệ thống; hãy chọn địa chỉ khác.")


def bare_slug(name: str) -> str:
    """The slug of a unit's name with its kind dropped: "Phường Ba Đình" gives "ba-dinh", "Quận 1" gives "quan-1"."""
    whole = slug(name)
    for words in _KIND_WORDS:
        if whole.startswith(words) and not whole.removeprefix(words)[:1].isdigit():
            return whole.removeprefix(words)
    return whole


def allot_slugs(units: Iterable[tuple[str, str, str]], taken: Iterable[str] = ()) -> Mapping[str, str]:
    """A slug for each unit, given as (code, name, parent's name or "").

    Where two would share one, the parent's name is appended to each, then the code: independent of the order.
    """
    candidates = {code: _candidates(code, name, parent) for code, name, parent in units}
    used = {"", *taken, *RESERVED_SLUGS}
    allotted: dict[str, str] = {}
    for step in range(3):
        open_codes = [code for code in candidates if code not in allotted]
        wanted = Counter(candidates[code][step] for code in open_codes)
        free = {c: candidates[c][step] for c in open_codes if wanted[candidates[c][step]] == 1}
        fresh = {code: chosen for code, chosen in free.items() if chosen not in used}
        allotted |= fresh
        used |= {*fresh.values(), *wanted}
    for code in sorted(candidates.keys() - allotted.keys()):
        allotted[code] = _numbered(candidates[code][-1], used)
        used.add(allotted[code])
    return allotted


def _candidates(code: str, name: str, parent: str) -> tuple[str, str, str]:
    """Without the parent, with it, with the code; cut so that the longest fits the column."""
    base, above, number = bare_slug(name)[:40], bare_slug(parent)[:24], slug(code)[:10]
    below = _joined(base, above)
    return _joined(base), below, _joined(below, number)


def _joined(*words: str) -> str:
    return "-".join(stripped for word in words if (stripped := word.strip("-")))


def _numbered(base: str, used: Collection[str]) -> str:
    """What is left when even the code does not tell two apart: somebody took that very address before."""
    return next(chosen for n in count(2) if (chosen := _joined(base, str(n))) not in used)
