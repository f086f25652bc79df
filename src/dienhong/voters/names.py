"""Names of places in what voters say: what stands with a capital or a number after a word like "thôn"; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dienhong.vietnamese.text import fold, normalise

KINDS = frozenset(
    {"thôn", "làng", "bản", "buôn", "bon", "ấp", "xóm", "khối", "khu", "phố", "tổ", "xã", "phường", "trấn"}
    | {"đường", "hẻm", "cầu", "chợ", "suối", "hồ", "đập", "kênh"}
)
"""Words before a name; of "thị trấn", "khu phố", "tổ dân phố" the last."""

LONGEST = 4
"""Words of a name at the most."""

_ENDS = ".,;:!?()“”\"'"


def names_in(text: str) -> frozenset[str]:
    """Folded names: "dak rao" of "thôn Đăk Rao"; a bare number keeps its kind, "thon 3"."""
    return frozenset(_names(normalise(text).split()))


def _names(words: list[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        if word.lower() in KINDS:
            name = list(_name(words[place + 1 : place + 1 + LONGEST]))
            if name:
                told = fold(" ".join(name)).strip()
                yield f"{fold(word).strip()} {told}" if told.isdecimal() else told


def _name(words: list[str]) -> Iterator[str]:
    """Words with a capital or a number, up to the first that has neither or ends a phrase."""
    for word in words:
        if not (word[0].isupper() or word[0].isdecimal()):
            return
        yield word.strip(_ENDS)
        if word[-1] in _ENDS:
            return


def known_in(text: str, known: Collection[str]) -> frozenset[str]:
    """Those of the known names that stand in a text typed without capitals or marks."""
    words = fold(text).split()
    spans = (
        " ".join(words[start : start + size])
        for size in range(1, LONGEST + 2)
        for start in range(len(words) - size + 1)
    )
    return frozenset(span for span in spans if span in known)
