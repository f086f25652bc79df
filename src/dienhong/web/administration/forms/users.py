"""Forms of accounts and roles."""

from __future__ import annotations

from typing import Any

from django import forms

from dienhong.accounts.models import User
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.fields import DateField, TextField
from dienhong.web.administration.forms.base import AdministrationForm, FilterForm, reason_field

STATES = [("", "Đang dùng"), ("ngung", "Đã ngừng"), ("tat-ca", "Tất cả")]


class UserFilter(FilterForm):
    """Words of the address: search, role, state."""

    tim = forms.CharField(
        label="Tìm",
        required=False,
        widget=forms.TextInput({"type": "search", "placeholder": "Họ tên không dấu, tên đăng nhập"}),
    )
    vai = forms.ChoiceField(label="Vai trò", required=False, choices=[("", "Mọi vai trò"), *Role.choices])
    dung = forms.ChoiceField(label="Tài khoản", required=False, choices=STATES)


class CouncilChoiceForm(AdministrationForm):
    """In which council the next form works."""

    council = forms.ModelChoiceField(
        Council.objects.none(), label="Hội đồng", to_field_name="slug", empty_label="Chọn…"
    )

    def __init__(self, *args: Any, councils: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils  # type: ignore[attr-defined]


class RoleForm(AdministrationForm):
    """One role in the council of the page."""

    role = forms.ChoiceField(label="Vai trò", choices=[("", "Chọn…"), *Role.choices])
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Cơ quan, Ban, Tổ",
        required=False,
        empty_label="Không nêu",
        help_text="Bắt buộc với vai trò “cơ quan được giao trả lời”.",
    )
    reach = forms.ChoiceField(label="Phạm vi", choices=Reach.choices)
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày", required=False, help_text="Để trống: chưa định ngày kết thúc.")

    def __init__(self, *args: Any, bodies: Any, may_reach_below: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = bodies  # type: ignore[attr-defined]
        if not may_reach_below:
            self.fields["reach"].choices = [(Reach.OWN.value, Reach.OWN.label)]  # type: ignore[attr-defined]


class GrantForm(RoleForm):
    """A role for somebody who has an account."""

    person = TextField(label="Tên đăng nhập", help_text="Của người đã có tài khoản, gõ đúng từng chữ.")
    field_order = ("expected_version", "person")

    def clean_person(self) -> User:
        found = User.objects.filter(username=self.cleaned_data["person"], is_operator=False, is_active=True)
        if (user := found.first()) is None:
            raise forms.ValidationError("Không có tài khoản đang dùng nào mang tên đăng nhập này.")
        return user


class NewUserForm(RoleForm):
    """An account with its first role."""

    full_name = TextField(label="Họ và tên", max_length=120)
    username = TextField(
        label="Tên đăng nhập",
        max_length=60,
        help_text="Chữ thường không dấu, ví dụ: an.nguyenvan. Không đổi được về sau.",
    )
    email = forms.EmailField(
        label="Thư điện tử", required=False, help_text="Để người dùng tự lấy lại mật khẩu."
    )
    field_order = ("expected_version", "full_name", "username", "email")


class UserForm(AdministrationForm):
    full_name = TextField(label="Họ và tên", max_length=120)
    email = forms.EmailField(label="Thư điện tử", required=False)


class EndRoleForm(AdministrationForm):
    to_on = DateField(label="Ngày cuối cùng giữ vai trò", help_text="Hết ngày này thì thôi. Ví dụ 18/7/2023.")
    reason = reason_field()
