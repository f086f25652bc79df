"""Forms of reports: beginning one, its sections, its issue, a council's own template."""

from __future__ import annotations

from typing import Any

from django import forms

from dienhong.registers.fields import DateField
from dienhong.registers.forms import RecordForm
from dienhong.vietnamese.text import repair

MOST_CHARACTERS = 20_000
MOST_OF_TEMPLATE = 100_000


class MarkdownField(forms.CharField):
    """Text whose lines and blanks mean something: only its letters are mended."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return repair(text.replace("\r\n", "\n").replace("\r", "\n"))


class SectionForm(forms.Form):
    """The text of one section, with the version that was read."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    text = MarkdownField(label="Nội dung", required=False, max_length=MOST_CHARACTERS)


class TemplateForm(forms.Form):
    """A template of the council's own; empty, the built-in one holds again."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    text = MarkdownField(
        label="Mẫu",
        required=False,
        max_length=MOST_OF_TEMPLATE,
        help_text="Để trống rồi lưu thì dùng lại mẫu chung.",
    )


class SignForm(forms.Form):
    expected_version = forms.IntegerField(widget=forms.HiddenInput)


class IssueForm(forms.Form):
    """Number and day, as the registry of outgoing papers gave them."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    number = forms.IntegerField(label="Số", min_value=0, max_value=99_999)
    issued_on = DateField(label="Ngày phát hành")


def with_title_left_open(form: RecordForm) -> RecordForm:
    """The matter is that of the kind where nobody types another."""
    form.fields["title"].required = False
    form.fields["title"].help_text = "Để trống thì lấy theo loại báo cáo và thời gian."
    return form
