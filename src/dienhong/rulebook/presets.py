"""The data that ship with the package: rules, holidays, fields. Read once; faults raise ValueError."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dienhong.kernel.errors import Unreadable
from dienhong.rulebook.rulebook import Rulebook
from dienhong.rulebook.rules import DEADLINES, LEVELS, Basis, Bound, Rule, Side, Unit, read_value
from dienhong.rulebook.working_days import Calendar, DayKind, SpecialDay


@dataclass(frozen=True, slots=True)
class FieldPreset:
    """One field (lĩnh vực) of the catalogue, in the group under which reports put it."""

    code: str
    name: str
    group: str
    group_name: str
    order: int


def read_data(name: str) -> dict[str, Any]:
    text = files("dienhong.rulebook").joinpath(name).read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    if not isinstance(data, dict):
        raise ValueError(f"{name} is not a mapping")
    return data


@cache
def preset_rulebook() -> Rulebook:
    """The rules of `rules.yaml`, without an administrator's overrides."""
    return Rulebook(read_rules(read_data("rules.yaml")))


@cache
def preset_calendar() -> Calendar:
    """The days of `holidays.yaml`, without an administrator's corrections."""
    return Calendar(read_special_days(read_data("holidays.yaml")))


@cache
def preset_fields() -> tuple[FieldPreset, ...]:
    """The catalogue of `fields.yaml` in its order."""
    return tuple(read_fields(read_data("fields.yaml")))


@cache
def preset_field_groups() -> dict[str, str]:
    """The groups of the catalogue, by code, in the order of reports."""
    return dict(read_data("fields.yaml")["groups"])


def read_rules(data: Mapping[str, Any]) -> list[Rule]:
    """Each code has what its versions share; a version adds its value, basis and dates, or says otherwise."""
    return [
        _rule(code, {**shared, **version}, data)
        for code, entry in data["rules"].items()
        for shared in [{key: value for key, value in entry.items() if key != "versions"}]
        for version in entry["versions"]
    ]


def _rule(code: str, entry: dict[str, Any], data: Mapping[str, Any]) -> Rule:
    try:
        return _checked(_built(code, dict(entry), data))
    except (KeyError, TypeError, ValueError, Unreadable) as error:
        raise ValueError(f"rule {code}: {error!r}") from error


def _built(code: str, entry: dict[str, Any], data: Mapping[str, Any]) -> Rule:
    document, trigger = data["documents"][entry.pop("document")], entry.pop("trigger", "")
    unit = Unit(entry.pop("unit"))
    return Rule(
        code=code,
        unit=unit,
        value=read_value(str(entry.pop("value")), unit),
        wording=entry.pop("text"),
        basis=Basis(document, entry.pop("article", "")),
        in_force_from=entry.pop("from"),
        in_force_to=entry.pop("to", None),
        verified=entry.pop("verified"),
        trigger=trigger,
        trigger_phrase=data["triggers"][trigger] if trigger else "",
        side=Side(entry.pop("side")) if "side" in entry else None,
        bound=Bound(entry.pop("bound")) if "bound" in entry else None,
        levels=frozenset(entry.pop("levels", ())),
        **entry,
    )


def _checked(rule: Rule) -> Rule:
    deadline = rule.unit in DEADLINES
    if deadline != bool(rule.trigger and rule.side) or deadline == bool(rule.bound):
        raise ValueError("a deadline has a trigger and a side, any other rule has a bound")
    if rule.value <= 0 or (rule.unit is Unit.SHARE and not (rule.value <= 1 and rule.base)):
        raise ValueError("a value is positive, a share at most one and of a named base")
    if (
        not {"{amount}", "{value}"} & set(re.findall(r"{\w+}", rule.wording))
        or not rule.levels <= LEVELS.keys()
    ):
        raise ValueError("the text names the {amount} or the {value}, the levels are known")
    return rule


def read_special_days(data: Mapping[str, Any]) -> list[SpecialDay]:
    """The days of every year, ordered; a date that is there twice or under another year raises ValueError."""
    days = [
        _special_day(entry, year, data["sources"])
        for year, entries in data["years"].items()
        for entry in entries
    ]
    if len({special.day for special in days}) < len(days):
        raise ValueError("holidays.yaml has a date twice")
    return sorted(days, key=lambda special: special.day)


def _special_day(entry: Mapping[str, Any], year: int, sources: Mapping[str, str]) -> SpecialDay:
    if entry["day"].year != year:
        raise ValueError(f"holidays.yaml: {entry['day']} stands under {year}")
    kind, source = DayKind(entry["kind"]), sources[entry["source"]]
    return SpecialDay(entry["day"], kind, entry["name"], entry["verified"], source)


def read_fields(data: Mapping[str, Any]) -> list[FieldPreset]:
    """In the order of the file; ValueError for a code that is there twice or a group that is not."""
    fields = [
        FieldPreset(code, entry["name"], entry["group"], data["groups"][entry["group"]], order)
        for order, (code, entry) in enumerate(data["fields"].items(), start=1)
    ]
    if len({field.name for field in fields}) < len(fields):
        raise ValueError("fields.yaml has a name twice")
    return fields
