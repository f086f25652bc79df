"""Rules as people look them up: grouped, each with its value, basis, dates and whether anybody has checked it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from dienhong.organisations.kinds import Level
from dienhong.rulebook.groups import GROUPS, OTHER, group_of
from dienhong.rulebook.rulebook import Rulebook
from dienhong.rulebook.rules import LEVELS, Bound, Rule
from dienhong.vietnamese.text import fold
from dienhong.web.administration.parts import day
from dienhong.web.administration.tables import Heading, Said, row, table
from dienhong.web.registers.table import Row, Table

BOUNDS = {
    Bound.AT_LEAST: "ít nhất",
    Bound.MORE_THAN: "quá",
    Bound.AT_MOST: "không quá",
    Bound.LESS_THAN: "dưới",
}

COLUMNS = (
    Heading("Quy định", "title", "title"),
    Heading("Giá trị", "text", "meta"),
    Heading("Cấp", "text", "hide"),
    Heading("Căn cứ", "text", "hide"),
    Heading("Hiệu lực", "text", "hide"),
    Heading("Kiểm chứng", "status", "meta"),
)


@dataclass(frozen=True)
class Asked:
    """What a visitor wants to see of the rules."""

    day: date
    level: str = ""
    search: str = ""
    only: str = ""


@dataclass(frozen=True)
class Group:
    title: str
    table: Table
    count: int


def groups_of(book: Rulebook, asked: Asked) -> list[Group]:
    """The rules in force on the day that fit, under their headings; a heading without any is left out."""
    found: dict[str, list[Rule]] = {title: [] for title in (*GROUPS, OTHER)}
    for rule in book.on(asked.day, asked.level or None).all():
        if _fits(rule, asked):
            found[group_of(rule.code)].append(rule)
    return [Group(title, _table(title, rules), len(rules)) for title, rules in found.items() if rules]


def _fits(rule: Rule, asked: Asked) -> bool:
    if (asked.only == "chua" and rule.verified) or (asked.only == "rieng" and not rule.author):
        return False
    text = fold(f"{rule.text} {rule.basis} {rule.code} {rule.reason}")
    return all(word in text for word in fold(asked.search).split())


def _table(title: str, rules: Sequence[Rule]) -> Table:
    return table(title, COLUMNS, map(_row, rules))


def _row(rule: Rule) -> Row:
    url = reverse("administration-rule", args=[rule.code])
    values = (rule.text, amount_of(rule), levels_of(rule), str(rule.basis), dates_of(rule), checked(rule))
    return row(COLUMNS, url, values)


def amount_of(rule: Rule) -> str:
    """The value with its bound: "05 ngày", "quá 1/2", "ít nhất 02"."""
    return f"{BOUNDS[rule.bound]} {rule.amount}" if rule.bound else rule.amount


def levels_of(rule: Rule) -> str:
    return ", ".join(LEVELS[level] for level in Level.values if level in rule.levels) or "mọi cấp"


def dates_of(rule: Rule) -> str:
    return f"{day(rule.in_force_from)} – {day(rule.in_force_to, 'nay')}"


def checked(rule: Rule) -> Said:
    """An own value by whom; a preset checked against its source or not."""
    if rule.author:
        return Said(f"giá trị riêng, {rule.author}", state="neutral")
    return Said("đã kiểm chứng", state="done") if rule.verified else Said("chưa kiểm chứng", state="due_soon")


def versions_of(book: Rulebook, code: str, today: date) -> Iterator[dict[str, object]]:
    """Every version of a rule, presets and own values, newest first, as ``components/timeline.html`` draws them."""
    for rule in sorted([*book.history(code), *book.own(code)], key=lambda r: r.in_force_from, reverse=True):
        in_force = rule.applies(today) and rule in book.on(today).all()
        yield {
            "at": rule.in_force_from,
            "what": f"{amount_of(rule)} – {levels_of(rule)}" + (", đang áp dụng" if in_force else ""),
            "who": "; ".join(_about(rule)),
            "reason": rule.reason,
            "main": in_force,
        }


def _about(rule: Rule) -> Iterable[str]:
    yield str(rule.basis)
    if rule.in_force_to:
        yield f"đến hết {day(rule.in_force_to)}"
    yield checked(rule).text
    if rule.note:
        yield rule.note
