"""The form of an upload: the register's own fields, and a file before them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from dienhong.incoming.register import register
from dienhong.incoming.states import Outcome
from dienhong.organisations.models import Council
from dienhong.registers.fields import TextField
from dienhong.registers.forms import RecordForm, record_form

ACCEPTED = ".docx,.pdf,.odt,.txt,.md,.html"


class UploadedFileField(forms.FileField):
    """A file that has something in it; what it is is told by its content, later."""

    default_error_messages = {
        "required": "Hãy chọn tệp báo cáo.",
        "missing": "Hãy chọn tệp báo cáo.",
        "invalid": "Tệp chưa được gửi lên; hãy chọn lại.",
        "empty": "Tệp rỗng.",
    }


def upload_form(council: Council, *, data: Any = None, files: Any = None, today: date) -> RecordForm:
    """File first; what the report's head tells by itself need not be typed."""
    form = record_form(register, council, data=data, today=today)
    form.files = MultiValueDict() if files is None else files
    file = UploadedFileField(
        label="Tệp báo cáo",
        widget=forms.FileInput({"accept": ACCEPTED}),
        help_text="Word (.docx), PDF, OpenDocument hoặc văn bản thuần.",
    )
    form.fields = {"file": file, **form.fields}
    form.fields["sender"].label = "Nơi gửi"
    form.fields["title"].required = False
    form.fields["title"].help_text = "Để trống thì lấy ở đầu báo cáo."
    form.fields["year"].help_text = "Để trống thì lấy theo tên báo cáo. Có năm thì số liệu được so với sổ."
    form.fields["sender_name"].help_text = "Chỉ ghi khi nơi gửi không có trong danh sách trên."
    return form


def upload_groups(form: RecordForm) -> tuple[list[Any], list[Any]]:
    """What is asked at once, and what may be left folded."""
    first = [form[name] for name in ("file", "sender")]
    rest = [form[name] for name in register.fields if name != "sender"]
    return first, rest


class DecisionForm(forms.Form):
    """One word on one finding."""

    expected_version = forms.IntegerField()
    outcome = forms.ChoiceField(choices=Outcome.choices)
    reason = TextField(required=False, max_length=1000)
