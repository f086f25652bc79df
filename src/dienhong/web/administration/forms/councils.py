"""Forms of councils: adding, renaming, ending and merging."""

from __future__ import annotations

from typing import Any

from django import forms

from dienhong.organisations.kinds import Level, UnitKind
from dienhong.organisations.models import Council
from dienhong.registers.fields import DateField, TextField
from dienhong.web.administration.forms.base import AdministrationForm, FilterForm, reason_field


class CouncilFilter(FilterForm):
    """Words of the address: search, level, below which council, ended ones too."""

    tim = forms.CharField(
        label="Tìm",
        required=False,
        widget=forms.TextInput({"type": "search", "placeholder": "Tên không dấu hoặc mã"}),
    )
    cap = forms.ChoiceField(label="Cấp", required=False, choices=[("", "Mọi cấp"), *Level.choices])
    tren = forms.ChoiceField(label="Trực thuộc", required=False)
    het = forms.BooleanField(label="Cả đơn vị đã kết thúc", required=False)

    def __init__(self, *args: Any, uppers: list[Council], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Tất cả"), *((c.slug, c.short_name) for c in uppers)]
        self.fields["tren"].choices = choices  # type: ignore[attr-defined]
        if len(uppers) < 2:
            del self.fields["tren"]


class NewCouncilForm(AdministrationForm):
    upper = forms.ModelChoiceField(Council.objects.none(), label="Trực thuộc", empty_label="Chọn…")
    kind = forms.ChoiceField(label="Loại đơn vị")
    name = TextField(
        label="Tên đơn vị hành chính", help_text="Cả loại đơn vị, ví dụ: Xã Tân Cảnh.", max_length=200
    )
    code = TextField(
        label="Mã đơn vị", help_text="Theo danh mục của Cục Thống kê, ví dụ 23293.", max_length=10
    )
    established_on = DateField(label="Thành lập từ ngày")
    short_name = TextField(
        label="Tên gọi ngắn",
        required=False,
        help_text="Để trống: lấy theo tên đơn vị, ví dụ “xã Tân Cảnh”.",
        max_length=120,
    )

    def __init__(self, *args: Any, uppers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["upper"].queryset = uppers  # type: ignore[attr-defined]
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", "Chọn…"),
            *((kind.value, kind.label) for kind in UnitKind if kind.level != Level.PROVINCE),
        ]


class CouncilNamesForm(AdministrationForm):
    name = TextField(label="Tên đầy đủ", max_length=200)
    short_name = TextField(
        label="Tên gọi ngắn", help_text="Dùng trong bảng và danh sách, ví dụ “xã Tân Cảnh”.", max_length=120
    )


class EndUnitsForm(AdministrationForm):
    """The unit of the page ends, perhaps with others of its area, and others take over."""

    on = DateField(label="Kết thúc từ ngày", help_text="Ngày đầu tiên không còn đơn vị này, ví dụ 1/7/2025.")
    successors = forms.ModelMultipleChoiceField(
        Council.objects.none(),
        label="Đơn vị kế thừa",
        required=False,
        help_text="Một đơn vị: nhận toàn bộ địa bàn. Nhiều đơn vị: mỗi nơi nhận một phần.",
        widget=forms.CheckboxSelectMultiple,
    )
    others = forms.ModelMultipleChoiceField(
        Council.objects.none(),
        label="Đơn vị kết thúc cùng lúc, cùng nơi kế thừa",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = reason_field("Căn cứ", "Nghị quyết sắp xếp đơn vị hành chính; được lưu trong nhật ký.")

    def __init__(self, *args: Any, neighbours: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("successors", "others"):
            field: Any = self.fields[name]
            field.queryset = neighbours
            field.label_from_instance = lambda council: council.unit.name
