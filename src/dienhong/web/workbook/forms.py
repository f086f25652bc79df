"""The forms of Excel in and out: a year, and a file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

YEARS = 10
"""How far back a year is offered."""


class YearForm(forms.Form):
    """Which year's workbook."""

    nam = forms.TypedChoiceField(label="Năm", coerce=int)

    def __init__(self, data: Any = None, *, today: date, prefix_id: str) -> None:
        super().__init__(data, initial={"nam": today.year}, auto_id=f"{prefix_id}-%s")
        years = range(today.year + 1, today.year - YEARS, -1)
        self.fields["nam"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]
        self.fields["nam"].answered = True  # type: ignore[attr-defined] # one is always chosen


class UploadForm(forms.Form):
    """A workbook that was filled in."""

    file = forms.FileField(
        label="Sổ Excel đã ghi",
        widget=forms.FileInput({"accept": ".xlsx"}),
        help_text="Tệp .xlsx theo mẫu của hệ thống. Chưa xác nhận thì chưa ghi gì.",
        error_messages={
            "required": "Hãy chọn tệp Excel.",
            "missing": "Hãy chọn tệp Excel.",
            "invalid": "Tệp chưa được gửi lên; hãy chọn lại.",
            "empty": "Tệp rỗng.",
        },
    )
