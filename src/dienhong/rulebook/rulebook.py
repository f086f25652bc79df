"""The rules of a day: presets with their histories, and an administrator's overrides. Both are arguments."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Self

from dienhong.kernel.errors import DomainError, Refused, RuleViolation
from dienhong.rulebook.rules import DEADLINES, LEVELS, Basis, Rule, Unit
from dienhong.vietnamese.dates import format_date

ONE_DAY = timedelta(days=1)


class UnknownRule(DomainError, LookupError):
    """No such code, or none in force on that day and level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """An administrator's own value of a rule between two inclusive dates, with whose and why."""

    code: str
    value: int | Fraction
    unit: Unit
    basis: str
    in_force_from: date
    in_force_to: date | None
    author: str
    reason: str
    levels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RulesOnDay:
    """The rules of one day; with a level, those of that level."""

    rulebook: "Rulebook"
    day: date
    level: str | None = None

    def __getitem__(self, code: str) -> Rule:
        found = self._applicable(code)
        if len(found) == 1:
            return found[0]
        raise UnknownRule(self._why_not(code, found))

    def __contains__(self, code: str) -> bool:
        return self.get(code) is not None

    def get(self, code: str) -> Rule | None:
        found = self._applicable(code)
        return found[0] if len(found) == 1 else None

    def all(self) -> list[Rule]:
        """Every rule in force, by code; one whose value differs by level comes once for each value."""
        return [rule for code in self.rulebook.codes for rule in self._applicable(code)]

    def _applicable(self, code: str) -> list[Rule]:
        presets = [rule for rule in self.rulebook.history(code) if rule.applies(self.day, self.level)]
        own = [rule for rule in self.rulebook.own(code) if rule.applies(self.day, self.level)]
        if self.level and own:
            return own
        taken = frozenset[str]().union(*(rule.reach for rule in own))
        return own + [rule for rule in presets if not rule.reach <= taken]

    def _why_not(self, code: str, found: list[Rule]) -> str:
        if code not in self.rulebook.codes:
            return f"Không có quy tắc nào mang mã “{code}”."
        if found:
            return f"Quy tắc “{code}” khác nhau theo cấp: cần chỉ rõ cấp của hội đồng."
        where = f" đối với {LEVELS.get(self.level, self.level)}" if self.level else ""
        return f"Quy tắc “{code}” không có hiệu lực vào ngày {format_date(self.day)}{where}."


class Rulebook:
    """All rules with their histories. Raises ValueError naming every overlap and every unstated hole."""

    def __init__(self, rules: Iterable[Rule], overrides: Iterable[Rule] = ()) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: (rule.code, rule.in_force_from)))
        self.overrides = tuple(overrides)
        self._histories: dict[str, list[Rule]] = {}
        for rule in self.rules:
            self._histories.setdefault(rule.code, []).append(rule)
        faults = [fault for history in self._histories.values() for fault in history_faults(history)]
        if faults:
            raise ValueError("; ".join(faults))

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._histories)

    def history(self, code: str) -> tuple[Rule, ...]:
        """The presets of a code, oldest first; empty for an unknown code."""
        return tuple(self._histories.get(code, ()))

    def own(self, code: str) -> tuple[Rule, ...]:
        """The overrides of a code, as rules with an author."""
        return tuple(rule for rule in self.overrides if rule.code == code)

    def on(self, day: date, level: str | None = None) -> RulesOnDay:
        return RulesOnDay(self, day, level)

    def with_overrides(self, overrides: Iterable[Override]) -> Self:
        """The same book where these win. Raises Refused with all faults (code, unit, dates, overlap)."""
        given = tuple(overrides)
        Refused.if_any(violation for override in given for violation in self._violations(override))
        rules = [self._overridden(override) for override in given]
        clashes = [(a, b) for n, a in enumerate(rules) for b in rules[:n] if _overlap(a, b)]
        Refused.if_any(
            RuleViolation("override.overlap", f"Hai giá trị riêng của “{a.code}” trùng thời gian hiệu lực.")
            for a, b in clashes
        )
        return type(self)(self.rules, rules)

    def _overridden(self, override: Override) -> Rule:
        history = self.history(override.code)
        model = next((rule for rule in history if rule.applies(override.in_force_from)), history[-1])
        return replace(
            model,
            value=override.value,
            unit=override.unit,
            basis=Basis(override.basis),
            in_force_from=override.in_force_from,
            in_force_to=override.in_force_to,
            levels=override.levels,
            verified=True,
            note="",
            author=override.author,
            reason=override.reason,
        )

    def _violations(self, override: Override) -> Iterable[RuleViolation]:
        history = self.history(override.code)
        if not history:
            sentence = f"Không có quy tắc nào mang mã “{override.code}”."
            yield RuleViolation("override.code", sentence, "code")
        elif not _same_family(history[-1].unit, override.unit):
            yield RuleViolation("override.unit", "Đơn vị không hợp với quy tắc này.", "unit")
        if override.value <= 0 or (override.unit is Unit.SHARE) != isinstance(override.value, Fraction):
            yield RuleViolation("override.value", "Giá trị phải là số dương; tỷ lệ viết dạng 2/3.", "value")
        if override.in_force_to is not None and override.in_force_to < override.in_force_from:
            yield RuleViolation(
                "override.dates", "Ngày hết hiệu lực đứng trước ngày có hiệu lực.", "in_force_to"
            )


def history_faults(history: list[Rule]) -> Iterable[str]:
    """What is wrong with the versions of one code (oldest first), level by level."""
    for rule in history:
        if rule.in_force_to is not None and rule.in_force_to < rule.in_force_from:
            yield f"{rule.code} ends on {rule.in_force_to} before it begins"
    for level in LEVELS:
        versions = [rule for rule in history if level in rule.reach]
        for earlier, later in pairwise(versions):
            if _overlap(earlier, later):
                yield f"{later.code} overlaps on {later.in_force_from} ({level})"
            elif not later.gap_before and _hole(earlier, later):
                yield f"{later.code} has a hole before {later.in_force_from} ({level})"


def _hole(earlier: Rule, later: Rule) -> bool:
    return earlier.in_force_to is not None and later.in_force_from - earlier.in_force_to > ONE_DAY


def _overlap(one: Rule, other: Rule) -> bool:
    return (
        one.code == other.code
        and not one.reach.isdisjoint(other.reach)
        and one.in_force_from <= (other.in_force_to or date.max)
        and other.in_force_from <= (one.in_force_to or date.max)
    )


def _same_family(one: Unit, other: Unit) -> bool:
    return one == other or (one in DEADLINES and other in DEADLINES)
