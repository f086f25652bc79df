"""Forms of reception: they check shape, law is for the rules."""

from __future__ import annotations

from typing import Any

from django import forms

from dienhong.accounts.models import User
from dienhong.organisations.models import Council, RoleGrant
from dienhong.reception.register.days import positions
from dienhong.reception.states import OFFICE, Body, Channel, Competence
from dienhong.registers.fields import DateField, TextField
from dienhong.rulebook.models import Field

MONTHS = [(month, f"tháng {month}") for month in range(1, 13)]


class PlanForm(forms.Form):
    """A year's calendar from one pattern."""

    year = forms.IntegerField(label="Năm", min_value=1946, max_value=2100)
    day = forms.IntegerField(
        label="Ngày trong tháng",
        min_value=1,
        max_value=31,
        help_text="Trúng ngày nghỉ thì lấy ngày làm việc kế tiếp; tháng không có ngày ấy thì lấy ngày cuối tháng.",
    )
    first_month = forms.TypedChoiceField(label="Từ tháng", choices=MONTHS, coerce=int, initial=1)
    last_month = forms.TypedChoiceField(label="Đến tháng", choices=MONTHS, coerce=int, initial=12)
    place = TextField(label="Nơi tiếp", max_length=200)
    body = forms.ChoiceField(label="Cơ quan tiếp", choices=Body.choices)
    receiver: Any = forms.ModelChoiceField(
        None, label="Người tiếp, theo chức vụ", required=False, empty_label="Chọn…"
    )
    receiver_name = TextField(
        label="Người tiếp, chức vụ",
        max_length=200,
        required=False,
        help_text="Chỉ ghi khi người tiếp không có trong danh sách chức vụ.",
    )
    published_on = DateField(label="Công bố lịch ngày", required=False)
    GROUPS = (
        ("Ngày tiếp", ("year", "day", "first_month", "last_month")),
        ("Nơi tiếp, người tiếp", ("place", "body", "receiver", "receiver_name")),
        ("Công bố", ("published_on",)),
    )
    VALUES = ("place", "body", "receiver", "receiver_name", "published_on")

    def __init__(self, *args: Any, council: Council, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receiver"].queryset = positions(council)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("first_month", 1) > typed.get("last_month", 12):
            self.add_error("last_month", "Tháng cuối trước tháng đầu.")
        return typed

    def groups(self) -> list[dict[str, Any]]:
        return [{"heading": title, "fields": [self[name] for name in names]} for title, names in self.GROUPS]


class DenunciationForm(forms.Form):
    """What of a denunciation stands in the open, and what is sealed."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    received_on = DateField(label="Ngày nhận")
    channel = forms.ChoiceField(label="Nhận qua", choices=Channel.choices)
    competence = forms.ChoiceField(
        label="Thẩm quyền giải quyết", choices=Competence.choices, initial=Competence.UNKNOWN
    )
    matter = TextField(label="Nội dung tố cáo", widget=forms.Textarea(attrs={"rows": 8}), max_length=20_000)
    field: Any = forms.ModelChoiceField(
        Field.objects.all(), label="Lĩnh vực", required=False, empty_label="Chọn…", to_field_name="code"
    )
    place = TextField(label="Nơi có sự việc", max_length=200, required=False)
    sender = TextField(label="Người tố cáo", max_length=200, required=False)
    sender_address = TextField(label="Địa chỉ người tố cáo", max_length=200, required=False)
    passed_by = TextField(label="Cơ quan chuyển đến", max_length=200, required=False)

    OPEN = ("received_on", "channel", "competence")
    SAID = ("matter", "field", "place", "sender", "sender_address", "passed_by")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.SAID:
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.OPEN}

    def said(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in self.SAID}
        return {**told, "field": told["field"].code if told["field"] else ""}

    def groups(self) -> list[dict[str, Any]]:
        return [
            {"heading": "Nội dung mật, được mã hóa", "fields": [self[name] for name in self.SAID]},
            {"heading": "Tiếp nhận", "fields": [self[name] for name in self.OPEN]},
        ]


class PersonChoices(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Somebody by name and sign-in."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj} ({obj.username})"


class HandlerForm(forms.Form):
    """Who is to handle denunciations, from when."""

    user: Any = PersonChoices(None, label="Người được giao", empty_label="Chọn…")
    from_on = DateField(label="Từ ngày", help_text="")

    def __init__(self, *args: Any, council: Council, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = RoleGrant.objects.filter(council=council, role__in=OFFICE)
        found = User.objects.filter(pk__in=office.values("user"), is_active=True).order_by("full_name", "pk")
        self.fields["user"].queryset = found  # type: ignore[attr-defined]


class EndHandlerForm(forms.Form):
    handler = forms.IntegerField(widget=forms.HiddenInput)
    expected_version = forms.IntegerField(widget=forms.HiddenInput)


class JudgeForm(forms.Form):
    """A person's word on another letter, named by its council and code."""

    council = forms.SlugField(max_length=80)
    other = forms.CharField(max_length=24)
    same = forms.TypedChoiceField(choices=[("yes", ""), ("no", "")], coerce=lambda value: value == "yes")
