"""The form that all others are: the version that was read, and refusals at their fields."""

from __future__ import annotations

from typing import Any

from django import forms

from dienhong.kernel.errors import Refused
from dienhong.registers.fields import TextField
from dienhong.vietnamese.dates import format_date


class AdministrationForm(forms.Form):
    expected_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_expected_version(self) -> int:
        """0 for what is new: no record has that version, so nothing is overwritten unread."""
        return self.cleaned_data.get("expected_version") or 0

    def values(self, *without: str) -> dict[str, Any]:
        """What the actions take: everything but the version."""
        left_out = {"expected_version", *without}
        return {name: value for name, value in self.cleaned_data.items() if name not in left_out}

    def show(self, refusal: Refused) -> None:
        """Put each sentence of a refusal at its field, or on top."""
        for violation in refusal.violations:
            field = violation.field if violation.field in self.fields else None
            self.add_error(field, violation.sentence)


def reason_field(label: str = "Lý do", help_text: str = "Được lưu trong nhật ký.") -> TextField:
    return TextField(
        label=label, help_text=help_text, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReasonForm(AdministrationForm):
    """An act that asks only why."""

    reason = reason_field()


class ConfirmForm(AdministrationForm):
    """An act that asks nothing more."""


class FilterForm(forms.Form):
    """The filters above a list; their values are the words of the address."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "loc_%s"

    def word(self, name: str) -> Any:
        """What was chosen; nothing where it cannot be read or is not offered."""
        return self.cleaned_data.get(name) if self.is_valid() or hasattr(self, "cleaned_data") else None

    def described(self) -> list[str]:
        """The filters in words: what "đang lọc theo" names."""
        return [words for name in self.fields if (words := self._described(name))]

    def _described(self, name: str) -> str:
        value, field = self.word(name), self.fields[name]
        if not value:
            return ""
        if isinstance(field, forms.BooleanField):
            return str(field.label).lower()
        if isinstance(field, forms.ChoiceField):
            return f"{field.label}: {dict(field.choices)[value]}"  # type: ignore[arg-type]
        return f"có “{value}”" if isinstance(value, str) else f"{field.label}: {format_date(value)}"
