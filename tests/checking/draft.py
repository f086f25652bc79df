"""A report under construction that knows where its numbers stand and which of them belong together."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from random import Random


@dataclass(frozen=True, slots=True)
class Number:
    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class Mutation:
    """A correct report with one number of one relation changed; `kind` names the construction."""

    text: str
    kind: str
    code: str
    before: str
    after: str


@dataclass(slots=True)
class Draft:
    """Text is added in reading order; `bind` says that numbers stand in a relation."""

    random: Random
    text: str = ""
    numbers: list[Number] = field(default_factory=list)
    relations: list[tuple[str, str, tuple[int, ...]]] = field(default_factory=list)
    shares: dict[tuple[int, ...], Decimal] = field(default_factory=dict)
    """For a percentage: the worth of its last digit; a change within two of it is no error."""

    def say(self, words: str) -> "Draft":
        self.text += words
        return self

    def number(self, value: int) -> int:
        """Write a count the way clerks do (05 or 5, 1.650) and remember it."""
        shown = f"{value:,}".replace(",", ".")
        if value < 10 and self.random.random() < 0.7:
            shown = f"0{value}"
        start = len(self.text)
        self.text += shown
        self.numbers.append(Number(start, len(self.text), value))
        return len(self.numbers) - 1

    def bind(self, kind: str, code: str, *numbers: int) -> None:
        self.relations.append((kind, code, numbers))

    def bind_share(self, kind: str, part: int, whole: int, shown: str) -> None:
        self.shares[part, whole] = Decimal(10) ** -len(shown.partition(",")[2].rstrip("%"))
        self.relations.append((kind, "percent", (part, whole)))

    def percent(self, part: int, whole: int) -> str:
        places = self.random.choice(["1", "0.1", "0.1", "0.01"])
        share = (Decimal(part) / Decimal(whole) * 100).quantize(Decimal(places), ROUND_HALF_UP)
        return f"{share}".replace(".", ",") + "%"

    def mutations(self, random: Random) -> list[Mutation]:
        """One changed number for each relation."""
        return [self._mutated(random, *relation) for relation in self.relations]

    def _mutated(self, random: Random, kind: str, code: str, numbers: tuple[int, ...]) -> Mutation:
        chosen = random.choice(numbers)
        number = self.numbers[chosen]
        shown = self.text[number.start : number.end]
        value = _changed(random, number.value)
        while numbers in self.shares and self._still_fits(numbers, chosen, value):
            value = _changed(random, number.value)
        after = f"0{value}" if shown.startswith("0") and value < 10 else f"{value:,}".replace(",", ".")
        text = self.text[: number.start] + after + self.text[number.end :]
        return Mutation(text, kind, code, shown, after)

    def _still_fits(self, numbers: tuple[int, ...], chosen: int, value: int) -> bool:
        before = [self.numbers[place].value for place in numbers]
        after = [value if place == chosen else self.numbers[place].value for place in numbers]
        old, new = (Decimal(part) / Decimal(whole) * 100 for part, whole in (before, after))
        return abs(old - new) <= 2 * self.shares[numbers]


def _changed(random: Random, value: int) -> int:
    """A slip of the pen: one more or less, a digit changed, dropped or doubled, two digits swapped."""
    digits = str(value)
    place = random.randrange(len(digits))
    slips = {
        value + 1, value + random.randint(2, 9), max(1, value - 1), max(1, value - random.randint(2, 9)),
        int(digits[:place] + random.choice("123456789") + digits[place + 1 :]),
        int(digits[:place] + digits[place] + digits[place:]),
        int(digits[::-1]), int("0" + digits[:place] + digits[place + 1 :]),
    }  # fmt: skip
    return random.choice(sorted(slips - {value, 0}) or [value + 1])
