"""The form of an act that may need a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from dienhong.kernel.errors import Refused
from dienhong.registers.fields import TextField


class ReasonForm(forms.Form):
    """The version that was read, what else the act asks for, and the reason that goes to the audit."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    reason = TextField(label="Lý do", widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)

    def __init__(
        self, *args: Any, needs_reason: bool, asked: Mapping[str, forms.Field] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(asked or {})
        if not needs_reason:
            del self.fields["reason"]

    def show(self, refusal: Refused) -> None:
        for violation in refusal.violations:
            self.add_error(violation.field if violation.field in self.fields else None, violation.sentence)
