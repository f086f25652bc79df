"""The count of a rating: its ballots, and three numbers for each person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from dienhong.confidence.actions import Ballots, PersonCount
from dienhong.confidence.models import ConfidenceRating, RatedPerson

BALLOTS = ("issued", "collected", "valid", "invalid")
LEVELS = ("high", "confidence", "low")


@dataclass(frozen=True)
class Line:
    """One person with the numbers asked for."""

    person: RatedPerson
    cells: Sequence[forms.BoundField]


class RatingCountForm(forms.Form):
    """Left blank, a person's numbers are not known yet."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, rating: ConfidenceRating, people: Iterable[RatedPerson]) -> None:
        self.people = list(people)
        given = {name: getattr(rating, name) for name in BALLOTS} | {"expected_version": rating.version}
        for person in self.people:
            given |= {_cell(person, level): getattr(person, level) for level in LEVELS}
        super().__init__(data, initial=given)
        for name in BALLOTS:
            label = str(rating._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            self.fields[name] = _number(label[:1].upper() + label[1:], required=True)
        for person in self.people:
            for level in LEVELS:
                word = person._meta.get_field(level).verbose_name  # type: ignore[union-attr]
                self.fields[_cell(person, level)] = _number(f"{person.full_name}: {word}", required=False)

    def ballot_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in BALLOTS]

    def lines(self) -> list[Line]:
        return [Line(person, [self[_cell(person, level)] for level in LEVELS]) for person in self.people]

    def ballots(self) -> Ballots:
        return Ballots(**{name: self.cleaned_data[name] for name in BALLOTS})

    def counts(self) -> list[PersonCount]:
        return [
            PersonCount(person=person, **{level: self.cleaned_data[_cell(person, level)] for level in LEVELS})
            for person in self.people
        ]


def _cell(person: RatedPerson, level: str) -> str:
    return f"p{person.pk}-{level}"


def _number(label: str, *, required: bool) -> forms.IntegerField:
    widget = forms.NumberInput({"aria-label": label, "class": "short"})
    return forms.IntegerField(label=label, min_value=0, max_value=9999, required=required, widget=widget)
