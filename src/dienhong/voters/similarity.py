"""Which earlier petitions say the same in other words; pure. It proposes and shows why, a person decides.

TF-IDF of character 3- to 5-grams inside words (sublinear, cosine): typing faults and missing marks cost little, and
grams that stand in more than a tenth of the petitions tell nothing. See docs/decisions for what was measured.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dienhong.vietnamese.text import fold

SIZES = (3, 4, 5)
MAX_SHARE = 0.1
LEAST, LEAST_AHEAD = 0.12, 0.03
"""How near the wording must be at the least: far less where place and field are the same already."""
FEW = 20
"""Among fewer petitions than this a share of them means nothing: every gram counts."""

STOP_WORDS = frozenset(
    fold(
        "đề nghị cử tri kiến nghị quan tâm xem xét cấp có thẩm quyền sớm chỉ đạo giải quyết nhân dân bà con"
        " UBND HĐND ủy ban các cơ quan chức năng địa phương địa bàn hiện nay thời gian qua tình trạng việc cho và"
        " của là được những một trong về đến từ với theo này phản ánh mong muốn rất đã đang sẽ để do tại ở vì nên"
    ).split()
)
"""Folded words that petitions of any matter have."""


@dataclass(frozen=True)
class Match:
    """A likely repeat: its key, how near (0 to 1), and the words that both use."""

    key: int
    score: float
    words: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """The folded words that tell petitions apart."""
    return [word for word in fold(text).split() if word not in STOP_WORDS]


def grams_of(words: Iterable[str]) -> Counter[str]:
    """Character 3- to 5-grams of each word with its edges."""
    return Counter(_grams(words))


def _grams(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        edged = f" {word} "
        for size in SIZES:
            yield from (edged[place : place + size] for place in range(len(edged) - size + 1))


class Corpus:
    """Petitions prepared for comparison: vectors of unit length over the grams that tell something."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self.words = {key: words_of(text) for key, text in texts.items()}
        counts = {key: grams_of(words) for key, words in self.words.items()}
        spread = Counter(gram for grams in counts.values() for gram in grams)
        most = len(counts) * MAX_SHARE if len(counts) >= FEW else len(counts)
        self.weights = {
            gram: math.log((1 + len(counts)) / (1 + seen)) + 1
            for gram, seen in spread.items()
            if seen <= most
        }
        self._holders: dict[str, list[tuple[int, float]]] = {}
        for key, grams in counts.items():
            for gram, weight in self._vector(grams).items():
                self._holders.setdefault(gram, []).append((key, weight))

    def _vector(self, grams: Counter[str]) -> dict[str, float]:
        raw = {g: (1 + math.log(n)) * self.weights[g] for g, n in grams.items() if g in self.weights}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {gram: value / length for gram, value in raw.items()}

    def nearest(self, text: str, *, first: Iterable[int] = (), most: int = 5) -> list[Match]:
        """Likely repeats: those in ``first`` (same place, same field) ahead, then the rest, each by wording."""
        words, ahead = words_of(text), frozenset(first)
        scores: dict[int, float] = {}
        for gram, weight in self._vector(grams_of(words)).items():
            for key, other in self._holders.get(gram, ()):
                scores[key] = scores.get(key, 0.0) + weight * other
        near = [(k, score) for k, score in scores.items() if score >= (LEAST_AHEAD if k in ahead else LEAST)]
        near.sort(key=lambda pair: (pair[0] not in ahead, -pair[1], pair[0]))
        return [Match(key, score, self._shared(key, words)) for key, score in near[:most]]

    def _shared(self, key: int, words: Sequence[str]) -> tuple[str, ...]:
        """The words that both use, in the order of the text."""
        theirs = set(self.words[key])
        return tuple(dict.fromkeys(word for word in words if word in theirs))
