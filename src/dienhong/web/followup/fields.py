"""Files on a form: none, one or several; what each is is told by its content, in the action."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from dienhong.files.kinds import FileKind
from dienhong.followup.rules import MOST_FILES
from dienhong.vietnamese.numerals import format_count

ACCEPTED = ",".join(ending for kind in FileKind if kind is not FileKind.PAGE for ending in kind.extensions)
AGAIN = " Tệp đã chọn lần trước không giữ lại được, hãy chọn lại."


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Cleaned to a list of (name, bytes)."""

    default_error_messages = {
        "invalid": "Tệp chưa được gửi lên; hãy chọn lại.",
        "empty": "Có tệp rỗng; hãy bỏ tệp ấy ra.",
    }

    def __init__(self, **kwargs: Any) -> None:
        limit = format_count(settings.UPLOAD_LIMIT // 1024**2, padded=False)
        most = format_count(MOST_FILES)
        usual = {
            "label": "Tệp minh chứng",
            "required": False,
            "widget": FilesInput({"accept": ACCEPTED, "multiple": True}),
            "help_text": f"Word, Excel, PDF, ảnh; nhiều nhất {most} tệp, mỗi tệp không quá {limit} MB.",
        }
        super().__init__(**{**usual, **kwargs})

    def clean(self, data: Any, initial: Any = None) -> list[tuple[str, bytes]]:
        """What was sent, in the order of choosing."""
        sent = [super(FilesField, self).clean(one, initial) for one in data or [None]]
        return [(one.name, one.read()) for one in sent if one]
