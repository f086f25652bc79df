"""Form fields that read what clerks type."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from dienhong.vietnamese.dates import format_date, parse_date
from dienhong.vietnamese.text import normalise


class DateField(forms.DateField):
    """A date as officials write it: 18/7/2023, 18-7-2023, or 18/7 for this year."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))
        kwargs.setdefault("help_text", "Ngày/tháng/năm, ví dụ 18/7/2023; gõ 18/7 là năm nay.")
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return format_date(value) if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        read = parse_date(str(value), year=timezone.localdate().year)
        if read is None:
            raise ValidationError(
                f"“{value}” không phải là một ngày có thật; hãy gõ như 18/7/2023.", code="invalid"
            )
        return read

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class TextField(forms.CharField):
    """Text in one form of Unicode, with a scanner's mistakes mended and blanks trimmed."""

    def to_python(self, value: Any) -> str:
        return normalise(super().to_python(value) or "")
