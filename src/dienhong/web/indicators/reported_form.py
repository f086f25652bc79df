"""The form of figures that a council reported: a number for each indicator and part, and the paper they are from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dienhong.indicators.actions import Key
from dienhong.indicators.declaration import Indicator
from dienhong.indicators.figure import Figure
from dienhong.indicators.models import ReportedFigure
from dienhong.indicators.reporting import Number
from dienhong.kernel.errors import Refused
from dienhong.registers.fields import TextField
from dienhong.vietnamese.numerals import format_count, parse_number

ABOUT = "khoảng"
MOST = 10**12


class NumberField(forms.CharField):
    """A count as officials write it: 05, 1.650, khoảng 1.650."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"inputmode": "text", "autocomplete": "off", "size": "12"})
        super().__init__(required=False, widget=widget, max_length=40, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return said(value) if isinstance(value, Number) else value

    def to_python(self, value: Any) -> Any:
        typed = str(value or "").strip()
        if not typed:
            return None
        approximate = typed.lower().startswith(ABOUT)
        number = parse_number(typed[len(ABOUT) :] if approximate else typed)
        if number is None or number != int(number) or not 0 <= number < MOST:
            sentence = f"“{typed}” không phải là một số đếm; hãy gõ như 1.650 hoặc khoảng 1.650."
            raise ValidationError(sentence, code="invalid")
        return Number(int(number), approximate)

    def run_validators(self, value: Any) -> None:
        """What was read is checked already."""


def said(number: Number) -> str:
    count = format_count(number.value, padded=False)
    return f"{ABOUT} {count}" if number.approximate else count


def name_of(key: Key) -> str:
    """The name of a figure's input."""
    return "--".join(word for word in key if word)


class ReportedForm(forms.Form):
    """Built from the catalogue; ``versions`` carries what was read, so that two clerks do not overwrite each other."""

    document = TextField(
        label="Theo văn bản",
        max_length=300,
        required=False,
        help_text="Số, ký hiệu, ngày và tên báo cáo, ví dụ: Báo cáo số 12/BC-HĐND ngày 15/12/2023.",
    )
    versions = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any, figures: Mapping[str, Figure], standing: Mapping[Key, ReportedFigure]
    ) -> None:
        numbers = {name_of(key): Number(row.value, row.approximate) for key, row in standing.items()}
        versions = {name_of(key): row.version for key, row in standing.items()}
        last = max(standing.values(), key=lambda row: row.recorded_at, default=None)
        initial = {**numbers, "versions": json.dumps(versions), "document": last.document if last else ""}
        super().__init__(data, initial=initial, auto_id="bc-%s")
        self.keys = {name_of(key): key for figure in figures.values() for key in keys_of(figure)}
        for name, key in self.keys.items():
            self.fields[name] = NumberField(label=_label(figures[key.indicator], key))

    def values(self) -> dict[Key, Number | None]:
        return {key: self.cleaned_data.get(name) for name, key in self.keys.items()}

    def expected(self) -> dict[Key, int]:
        """The version of each figure as it was read; what the browser sent in its place is as good as nothing."""
        try:
            sent = json.loads(self.cleaned_data.get("versions") or "{}")
            return {key: int(sent[name]) for name, key in self.keys.items() if name in sent}
        except (ValueError, TypeError):
            return {}

    def show(self, refusal: Refused) -> None:
        for violation in refusal.violations:
            self.add_error(violation.field if violation.field in self.fields else None, violation.sentence)


def keys_of(figure: Figure) -> Iterable[Key]:
    """The whole, and every part of every breakdown."""
    code = figure.indicator.code
    yield Key(code)
    for name, labels in figure.labels.items():
        yield from (Key(code, name, value) for value in labels)


def _label(figure: Figure, key: Key) -> str:
    indicator: Indicator = figure.indicator
    return figure.labels[key.breakdown][key.part_value] if key.breakdown else indicator.label
