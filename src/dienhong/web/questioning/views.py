"""Bringing what is overdue before a hearing, or into a question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.followup.models import Undertaking
from dienhong.questioning.actions import bring
from dienhong.registers.fields import DateField
from dienhong.vietnamese.dates import format_date
from dienhong.web.acts import act_page
from dienhong.web.registers.page import RegisterPage, in_register


class OverdueChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """An undertaking by what it is, whose it is and since when it is overdue."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.code} – {obj.title} ({obj.lead}, hạn {format_date(obj.due_on)})"


class BringForm(forms.Form):
    """Which overdue undertakings, and on which day."""

    undertakings = OverdueChoices(
        None,
        label="Việc quá hạn",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một việc."},
    )
    on = DateField(label="Ngày", help_text="")

    def __init__(self, *args: Any, overdue: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["undertakings"].queryset = overdue  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@in_register
def bring_page(page: RegisterPage, code: str) -> HttpResponse:
    record: Any = page.writable_record(code)
    today = timezone.localdate()
    overdue = Undertaking.objects.visible_to(page.user).counted().filter(council=page.council).overdue(today)
    form = BringForm(
        page.typed, overdue=overdue.select_related("lead").order_by("due_on", "pk"), initial={"on": today}
    )

    def do(typed: dict[str, Any]) -> None:
        bring(record, by=page.user, at=timezone.now(), **typed)

    return act_page(
        page.request,
        title=f"Đưa việc quá hạn vào {page.register.one} {record.code}",
        label="Đưa vào đây",
        effect="Mỗi việc được ghi thêm một bước đôn đốc, dẫn đến trang này.",
        form=form,
        do=do,
        back=page.address(record),
        back_label=str(record),
        done="Đã ghi các việc quá hạn được đưa ra đây.",
    )
