"""Which earlier petitions ask for the same; pure. It proposes and shows why, a person decides.

Three things speak for a repeat, in this order: the same place, the same field, the same wording. The place is the one
that was typed or a name that stands in the text. A field that was not typed is guessed: the earlier petitions that are
nearest in wording, wherever they come from, vote for theirs. Wording is TF-IDF of character 3- to 5-grams inside words
(sublinear, cosine): typing faults and missing marks cost little, and grams that stand in more than a tenth of the
petitions tell nothing. See docs/decisions for what was measured.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nlargest, nsmallest

from dienhong.vietnamese.text import fold
from dienhong.voters.names import known_in, names_in

SIZES = (3, 4, 5)
MAX_SHARE = 0.1
PLACE, FIELD_THERE, FIELD_ELSEWHERE = 0.6, 0.6, 0.1
"""What the same place, the same field there, and the same field elsewhere weigh, beside wording of 0 to 1: place and
field together outweigh any wording."""
LEAST, LEAST_THERE = 0.12, 0.03
"""How near the wording must be at the least: far less where the place is the same already."""
SURE = 0.5
"""How sure a field must be for the place and the field alone to speak for a repeat."""
VOTERS = 20
"""So many of the nearest in wording vote for the field that was not typed."""
FEW = 20
"""Among fewer petitions than this a share of them means nothing: every gram and every name counts."""

STOP_WORDS = frozenset(
    fold(
        "đề nghị cử tri kiến nghị quan tâm xem xét cấp có thẩm quyền sớm chỉ đạo giải quyết nhân dân bà con"
        " UBND HĐND ủy ban các cơ quan chức năng địa phương địa bàn hiện nay thời gian qua tình trạng việc cho và"
        " của là được những một trong về đến từ với theo này phản ánh mong muốn rất đã đang sẽ để do tại ở vì nên"
    ).split()
)
"""Folded words that petitions of any matter have."""


@dataclass(frozen=True)
class Said:
    """A petition as it is compared: its text, the place and the field (any key) that were typed, if they were."""

    text: str
    place: str = ""
    field: int | None = None


@dataclass(frozen=True)
class Match:
    """A likely repeat: its key, how near in wording (0 to 1), the words that both use, and whether the place is."""

    key: int
    score: float
    words: tuple[str, ...]
    same_place: bool = False


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
    """Petitions prepared for comparison: unit vectors over the grams that tell something, their places and fields."""

    def __init__(self, petitions: Mapping[int, Said]) -> None:
        self.fields = {key: said.field for key, said in petitions.items()}
        self.words = {key: words_of(said.text) for key, said in petitions.items()}
        most = len(petitions) * MAX_SHARE if len(petitions) >= FEW else len(petitions)
        self._weigh(most)
        self._place(petitions, most)

    def _weigh(self, most: float) -> None:
        """What each gram weighs, and who holds it how much."""
        counts = {key: grams_of(words) for key, words in self.words.items()}
        spread = Counter(gram for grams in counts.values() for gram in grams)
        self.weights = {
            gram: math.log((1 + len(counts)) / (1 + seen)) + 1
            for gram, seen in spread.items()
            if seen <= most
        }
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for key, grams in counts.items():
            for gram, weight in self._vector(grams).items():
                self._holders[gram].append((key, weight))

    def _place(self, petitions: Mapping[int, Said], most: float) -> None:
        """Who comes from where: by the place that was typed, and by every name that does not stand everywhere."""
        self._at: dict[str, set[int]] = defaultdict(set)
        named: dict[str, set[int]] = defaultdict(set)
        for key, said in petitions.items():
            if place := fold(said.place).strip():
                self._at[place].add(key)
            for name in names_in(said.text) | names_in(said.place):
                named[name].add(key)
        self._named = {name: keys for name, keys in named.items() if len(keys) <= most}

    def _vector(self, grams: Counter[str]) -> dict[str, float]:
        raw = {g: (1 + math.log(n)) * self.weights[g] for g, n in grams.items() if g in self.weights}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {gram: value / length for gram, value in raw.items()}

    def nearest(self, asked: Said, *, most: int = 5) -> list[Match]:
        """Likely repeats, the likeliest first."""
        words = words_of(asked.text)
        scores = self._scores(words)
        there, fields = self._there(asked), self._fields(asked, scores)
        ranked = [
            (-(score + self._bonus(key, there, fields)), key, score)
            for key in scores.keys() | there
            if (score := scores.get(key, 0.0)) >= self._least(key, there, fields)
        ]
        return [
            Match(key, score, self._shared(key, words), key in there)
            for _, key, score in nsmallest(most, ranked)
        ]

    def _scores(self, words: Sequence[str]) -> dict[int, float]:
        """How near each petition is in wording; those that share nothing are left out."""
        scores: dict[int, float] = {}
        for gram, weight in self._vector(grams_of(words)).items():
            for key, other in self._holders.get(gram, ()):
                scores[key] = scores.get(key, 0.0) + weight * other
        return scores

    def _there(self, asked: Said) -> Set[int]:
        """Petitions from the same place: the one typed, or any that is named."""
        found = set(self._at.get(fold(asked.place).strip(), ()))
        for name in known_in(f"{asked.text} . {asked.place}", self._named):
            found |= self._named[name]
        return found

    def _fields(self, asked: Said, scores: Mapping[int, float]) -> Mapping[int | None, float]:
        """The field that was typed; else what the nearest in wording say, each by how near it is, 1 in all."""
        if asked.field is not None:
            return {asked.field: 1.0}
        votes: dict[int | None, float] = defaultdict(float)
        for key, score in nlargest(VOTERS, scores.items(), key=lambda pair: pair[1]):
            votes[self.fields[key]] += score
        total = sum(votes.values()) or 1.0
        return {field: vote / total for field, vote in votes.items()}

    def _bonus(self, key: int, there: Set[int], fields: Mapping[int | None, float]) -> float:
        """What place and field add to the wording."""
        sure = fields.get(self.fields[key], 0.0)
        return PLACE + FIELD_THERE * sure if key in there else FIELD_ELSEWHERE * sure

    def _least(self, key: int, there: Set[int], fields: Mapping[int | None, float]) -> float:
        """How near the wording must be: not at all where place and field are the same."""
        if key not in there:
            return LEAST
        return 0.0 if fields.get(self.fields[key], 0.0) >= SURE else LEAST_THERE

    def _shared(self, key: int, words: Sequence[str]) -> tuple[str, ...]:
        """The words that both use, in the order of the text."""
        theirs = set(self.words[key])
        return tuple(dict.fromkeys(word for word in words if word in theirs))
