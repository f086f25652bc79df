"""Forms of following up: they check shape, law is for the rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from dienhong.followup.ladder import Rung
from dienhong.followup.states import Result
from dienhong.organisations.models import Organisation
from dienhong.registers.fields import DateField, TextField
from dienhong.rulebook.models import Field
from dienhong.web.followup.fields import AGAIN, FilesField


def area(label: str, *, required: bool = True, help_text: str = "", rows: int = 4) -> TextField:
    return TextField(
        label=label,
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )


class ActForm(forms.Form):
    """The version that was read, the day on which it happened, files; on paper, also the paper."""

    first: ClassVar[tuple[str, ...]] = ()
    """The act's own fields, which stand before the day, the paper and the files."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    on = DateField(label="Ngày", help_text="")
    file = FilesField()

    def __init__(
        self,
        *args: Any,
        version: int,
        today: date,
        issuers: QuerySet[Organisation] | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"expected_version": version, "on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        if issuers is not None:
            self.fields["number"] = TextField(label="Số, ký hiệu văn bản", max_length=60)
            self.fields["issued_on"] = DateField(label="Ngày văn bản", help_text="")
            self.fields["issuer"] = forms.ModelChoiceField(
                issuers, label="Cơ quan ban hành", empty_label="Chọn…"
            )
        if self.files:
            self.fields["file"].help_text += AGAIN
        self.order_fields([*self.first, "on", "number", "issued_on", "issuer", "file"])


class StepForm(ActForm):
    """Taking a step of the table; some need a reason."""

    text = area("Ghi chú", required=False)
    first = ("text",)

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if needs_reason:
            self.fields["text"].label, self.fields["text"].required = "Lý do", True


class AnswerForm(ActForm):
    """A body's answer."""

    result = forms.ChoiceField(label="Kết quả", choices=Result.choices, widget=forms.RadioSelect)
    text = area("Nội dung trả lời")
    promised_on = DateField(
        label="Hẹn xong ngày",
        required=False,
        help_text="Chỉ ghi khi đang giải quyết, có thời hạn. Sau hạn đang có thì được coi là xin gia hạn.",
    )
    first = (
        "result",
        "text",
        "promised_on",
    )


class ExtensionForm(ActForm):
    """A later due date, asked for or set."""

    new_due_on = DateField(label="Hạn mới", help_text="")
    text = area("Lý do")
    first = (
        "new_due_on",
        "text",
    )


class AssignForm(forms.Form):
    """What a body is given to do, by when."""

    text = area("Việc phải làm")
    lead: Any = forms.ModelChoiceField(None, label="Cơ quan chủ trì", empty_label="Chọn…")
    supporters: Any = forms.ModelMultipleChoiceField(
        None, label="Cơ quan phối hợp", required=False, widget=forms.CheckboxSelectMultiple
    )
    field: Any = forms.ModelChoiceField(
        Field.objects.all(), label="Lĩnh vực", required=False, empty_label="Chọn…"
    )
    on = DateField(label="Giao ngày", help_text="")
    due_on = DateField(label="Hạn phải xong", required=False)
    due_why = TextField(label="Vì sao đặt hạn này", max_length=300, required=False)

    def __init__(self, *args: Any, bodies: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("lead", "supporters"):
            self.fields[name].queryset = bodies  # type: ignore[attr-defined]


class EscalationForm(ActForm):
    """One rung of the ladder and where it happened: a record that is chosen, or a paper in words."""

    rung = forms.ChoiceField(choices=Rung.choices, widget=forms.HiddenInput)
    where = TextField(
        label="Văn bản hoặc nơi thực hiện",
        max_length=300,
        required=False,
        help_text="Ví dụ: Công văn số 21/TTHĐND ngày 05/12/2023.",
    )
    first = ("happened_in", "where")

    def __init__(self, *args: Any, places: Mapping[str, str], kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if places:
            self.fields["happened_in"] = forms.ChoiceField(
                label=f"Thực hiện tại {kind}", choices=[("", "Chọn…"), *places.items()], required=False
            )
            self.fields["where"].help_text = "Để trống nếu đã chọn ở trên."
        elif kind:
            self.fields[
                "where"
            ].help_text = f"Chưa có {kind} nào trong sổ để chọn; ghi văn bản hoặc nơi thực hiện."
        self.order_fields([*self.first, "on", "file"])
