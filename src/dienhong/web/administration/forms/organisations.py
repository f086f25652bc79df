"""Forms of bodies around a council."""

from __future__ import annotations

from typing import Any

from django import forms

from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Organisation
from dienhong.registers.fields import DateField, TextField
from dienhong.web.administration.forms.base import AdministrationForm, reason_field


class OrganisationForm(AdministrationForm):
    kind = forms.ChoiceField(label="Loại", choices=[("", "Chọn…"), *OrganisationKind.choices])
    name = TextField(
        label="Tên đầy đủ", help_text="Ví dụ: Ban Kinh tế - Ngân sách HĐND huyện Đăk Tô.", max_length=200
    )
    short_name = TextField(
        label="Tên gọi ngắn",
        required=False,
        help_text="Dùng trong bảng, ví dụ: Ban Kinh tế - Ngân sách.",
        max_length=120,
    )
    number = forms.IntegerField(
        label="Số", required=False, min_value=1, max_value=999, help_text="Số của Tổ đại biểu, nếu có."
    )
    place = TextField(label="Địa bàn", required=False, help_text="Nơi Tổ đại biểu phụ trách.", max_length=200)
    established_on = DateField(
        label="Thành lập từ ngày", required=False, help_text="Để trống nếu không rõ. Ví dụ 18/7/2023."
    )


class EndOrganisationForm(AdministrationForm):
    on = DateField(label="Kết thúc từ ngày")
    successors = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        label="Cơ quan kế thừa",
        required=False,
        help_text="Nhận những việc đang mở; để trống nếu không nơi nào tiếp nhận.",
        widget=forms.CheckboxSelectMultiple,
    )
    taker = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Cơ quan nhận những việc đang mở",
        required=False,
        empty_label="Chọn…",
        help_text="Chỉ cần chọn khi có từ hai cơ quan kế thừa.",
    )
    reason = reason_field("Căn cứ hoặc lý do")

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("successors", "taker"):
            self.fields[name].queryset = others  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        heirs, taker = typed.get("successors") or (), typed.get("taker")
        if len(heirs) > 1 and taker not in heirs:
            self.add_error("taker", "Hãy chọn một trong những cơ quan kế thừa.")
        return typed

    @property
    def heirs(self) -> list[Organisation]:
        """Who succeeds, the one that takes over what is open first."""
        taker = self.cleaned_data["taker"]
        return sorted(self.cleaned_data["successors"], key=lambda body: body != taker)
