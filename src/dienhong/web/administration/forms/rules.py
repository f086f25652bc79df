"""Forms of rules, holidays and fields."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from dienhong.organisations.kinds import Level
from dienhong.registers.fields import DateField, TextField
from dienhong.rulebook.models import ORDINARY, day_choices, group_choices, unit_choices
from dienhong.rulebook.rules import DEADLINES, Rule
from dienhong.web.administration.forms.base import AdministrationForm, FilterForm, reason_field


class RuleFilter(FilterForm):
    """Words of the address: search, the day, the level."""

    tim = forms.CharField(
        label="Tìm",
        required=False,
        widget=forms.TextInput({"type": "search", "placeholder": "Gõ không dấu cũng được"}),
    )
    ngay = DateField(label="Có hiệu lực ngày", required=False, help_text="")
    cap = forms.ChoiceField(label="Áp dụng cho", required=False, choices=[("", "Mọi cấp"), *Level.choices])
    xem = forms.ChoiceField(
        label="Xem",
        required=False,
        choices=[("", "Tất cả"), ("chua", "Chưa kiểm chứng"), ("rieng", "Có giá trị riêng")],
    )


class OverrideForm(AdministrationForm):
    value = TextField(
        label="Giá trị", max_length=20, help_text="Số nguyên, ví dụ 5; tỷ lệ viết 2/3 hoặc 35%."
    )
    unit = forms.ChoiceField(label="Tính theo")
    level = forms.ChoiceField(label="Áp dụng cho", required=False, choices=[("", "Mọi cấp"), *Level.choices])
    in_force_from = DateField(label="Có hiệu lực từ ngày")
    in_force_to = DateField(
        label="Đến hết ngày", required=False, help_text="Để trống: chưa định ngày kết thúc."
    )
    basis = TextField(
        label="Căn cứ",
        max_length=300,
        help_text="Văn bản, điều khoản, ví dụ: Điều 5 Quy chế hoạt động số 12/QC-HĐND.",
    )
    reason = reason_field(help_text="Hiện cạnh giá trị này ở mọi nơi dùng nó.")

    def __init__(self, *args: Any, rule: Rule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        family = DEADLINES.keys() if rule.unit in DEADLINES else {rule.unit}
        self.fields["unit"].choices = [c for c in unit_choices() if c[0] in family]  # type: ignore[attr-defined]


class EndOverrideForm(AdministrationForm):
    last_day = DateField(label="Ngày cuối cùng có hiệu lực")
    reason = reason_field()


class HolidayForm(AdministrationForm):
    """What a day is; ``day`` is typed for a new one and stays for a known one."""

    day = DateField(label="Ngày")
    kind = forms.ChoiceField(label="Loại")
    name = TextField(label="Tên", max_length=120, help_text="Ví dụ: Quốc khánh; nghỉ bù Giỗ Tổ Hùng Vương.")
    source = TextField(
        label="Căn cứ", required=False, max_length=300, help_text="Ví dụ: Thông báo 9441/TB-BNV."
    )
    verified = forms.BooleanField(label="Đã kiểm chứng với văn bản nêu ở căn cứ", required=False)

    def __init__(self, *args: Any, fixed_day: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [c for c in day_choices() if c[0] != ORDINARY]  # type: ignore[attr-defined]
        if fixed_day:
            del self.fields["day"]


class FieldForm(AdministrationForm):
    name = TextField(label="Tên lĩnh vực", max_length=120)
    group = forms.ChoiceField(label="Nhóm", choices=group_choices)
    order = forms.IntegerField(
        label="Thứ tự",
        min_value=1,
        max_value=9999,
        help_text="Số nhỏ đứng trước, trong danh sách và báo cáo.",
    )


class RetireFieldForm(AdministrationForm):
    retired_on = DateField(label="Thôi dùng từ ngày")
    reason = reason_field()
