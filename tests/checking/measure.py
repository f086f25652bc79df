"""How well the engine tells right from wrong on generated reports."""

from collections import Counter
from dataclasses import dataclass, field

from dienhong.checking import check
from tests.checking.corpus import mutations, report


@dataclass(slots=True)
class Score:
    """Errors that should be told and were, and errors told that should not be."""

    wanted: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    right: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.told.total() / max(self.wanted.total(), 1)

    @property
    def precision(self) -> float:
        return self.right / max(self.right + len(self.false), 1)


def measure(reports: range, paragraphs: int = 18) -> Score:
    """Every report as it is, then with one number of each of its relations changed."""
    score = Score()
    for seed in reports:
        score.false += [error.message for error in check(report(seed, paragraphs).text).errors]
    for mutation in mutations(reports, paragraphs):
        errors = check(mutation.text).errors
        named = [error for error in errors if names(error.message, mutation.after)]
        score.wanted[mutation.kind] += 1
        score.told[mutation.kind] += bool(named)
        score.right += len(named)
        score.false += [error.message for error in errors if error not in named]
        if not named:
            score.missed.append(f"{mutation.kind}: {mutation.before} → {mutation.after}")
    return score


def names(message: str, number: str) -> bool:
    """Whether the sentence holds the number as a word of its own."""
    words = message.replace("/", " ").replace("(", " ").replace(")", " ").replace(";", " ").split()
    return number in (word.rstrip(".,%") for word in words)
