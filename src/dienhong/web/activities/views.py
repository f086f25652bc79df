"""The delegate's own part of the activity sheet: the one thing that a delegate writes, and of themselves only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.activities.actions import NOT_OWN, may_write_own_part, write_own_part
from dienhong.kernel.errors import NotAllowed
from dienhong.registers.fields import TextField
from dienhong.web.acts import act_page
from dienhong.web.registers.page import RegisterPage, in_register


class OwnPartForm(forms.Form):
    """What the delegate did and what stood in the way."""

    work = TextField(label="Hoạt động trong năm", widget=forms.Textarea(attrs={"rows": 8}))
    proposals = TextField(label="Khó khăn, đề xuất", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    expected_version = forms.IntegerField(widget=forms.HiddenInput)


@require_http_methods(["GET", "POST"])
@in_register
def own_part_page(page: RegisterPage, code: str) -> HttpResponse:
    sheet: Any = page.record(code)
    if not may_write_own_part(sheet, page.user):
        raise NotAllowed(NOT_OWN)
    begun = {"work": sheet.work, "proposals": sheet.proposals, "expected_version": sheet.version}

    def do(typed: dict[str, Any]) -> None:
        write_own_part(sheet, by=page.user, at=timezone.now(), **typed)

    return act_page(
        page.request,
        title=f"Phần của đại biểu: {sheet.title}",
        label="Lưu",
        effect="Số liệu hoạt động lấy từ các sổ; ở đây đại biểu ghi thêm phần của mình.",
        form=OwnPartForm(page.typed, initial=begun),
        do=do,
        back=page.address(sheet),
        back_label=str(sheet),
        done="Đã lưu phần của đại biểu.",
    )
