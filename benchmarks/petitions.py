"""Likely repeats of a petition: how often the right one is among the first five, and how long the answer takes."""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.voters.corpus import Told, petitions

from dienhong.vietnamese.text import fold
from dienhong.voters.similarity import Corpus, Said

ASKED = 300
WORDINGS: dict[str, Callable[[Told, random.Random], str]] = {
    "in words used before": lambda told, draw: told.written_again(draw),
    "in words that nobody used": lambda told, draw: told.written_in_new_words(draw),
}
TYPED: dict[str, Callable[[Told, str], Said]] = {
    "place and field typed": lambda told, text: Said(text, told.place, told.field),
    "place typed": lambda told, text: Said(text, told.place),
    "text alone": lambda told, text: Said(text),
    "text alone, no marks": lambda told, text: Said(fold(text)),
    "text alone, no place in it": lambda told, text: Said(text.replace(f" tại {told.place}", "")),
}


def quality(corpus: Corpus, earlier: list[tuple[Told, str]]) -> None:
    """Hits among the first and the first five, for what was typed and how it was worded."""
    for worded, write in WORDINGS.items():
        print(f"asked again {worded}:")
        for typed, say in TYPED.items():
            draw = random.Random(7)
            asked = draw.sample(range(len(earlier)), ASKED)
            found = [
                [m.key for m in corpus.nearest(say(earlier[n][0], write(earlier[n][0], draw)))] for n in asked
            ]
            first = sum(keys[:1] == [n] for n, keys in zip(asked, found, strict=True)) / ASKED
            five = sum(n in keys for n, keys in zip(asked, found, strict=True)) / ASKED
            print(f"  {typed:<28} hit@1 {first:6.1%}  hit@5 {five:6.1%}")


def speed(count: int) -> None:
    """Processor time to prepare so many petitions, and for one suggestion, beside folding the same texts once."""
    earlier = (petitions(1500) * (count // 1500 + 1))[:count]
    said = {n: Said(text, told.place, told.field) for n, (told, text) in enumerate(earlier)}
    folding = _spent(lambda: [fold(text) for _, text in earlier])
    begun = time.process_time()
    corpus = Corpus(said)
    prepared, draw, times = time.process_time() - begun, random.Random(7), []
    for n in draw.sample(range(count), 100):
        asked = Said(earlier[n][0].written_again(draw))
        times.append(_spent(lambda asked=asked: corpus.nearest(asked)))  # type: ignore[misc]
    typical, slowest = statistics.median(times), max(times)
    print(
        f"{count:>5} petitions: prepared in {prepared:.2f} s = {prepared / folding:.0f} x folding them, "
        f"a suggestion {typical * 1000:.1f} ms (slowest {slowest * 1000:.1f} ms)"
    )


def _spent(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


def main() -> None:
    """Quality on 1,500, speed also on the most that are compared."""
    earlier = petitions(1500)
    corpus = Corpus({n: Said(text, told.place, told.field) for n, (told, text) in enumerate(earlier)})
    quality(corpus, earlier)
    for count in (1500, 5000):
        speed(count)


if __name__ == "__main__":
    main()
