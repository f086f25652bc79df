"""Giving a body something to do that follows from a record of any register."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.followup.assigning import follow, proposed_due
from dienhong.followup.models import Followed
from dienhong.followup.voices import require_council
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register, all_registers
from dienhong.web.acts import act_page
from dienhong.web.councils import user_of
from dienhong.web.followup.forms import AssignForm
from dienhong.web.followup.page import bodies_of
from dienhong.web.registers.page import RegisterPage, in_register


def followed_registers() -> list[Register]:
    """The registers from whose records undertakings are assigned by hand."""
    return [r for r in all_registers() if issubclass(r.model, Followed) and r.model.MANY]


@require_http_methods(["GET", "POST"])
@in_register
def assign_page(page: RegisterPage, code: str) -> HttpResponse:
    record: Any = page.record(code)
    require_council(record.council, page.user)
    form = _form(page.request, page.council, record)

    def do(typed: dict[str, Any]) -> None:
        follow(record, by=user_of(page.request), at=timezone.now(), **typed)

    due = proposed_due(record, timezone.localdate())
    return act_page(
        page.request,
        title=f"Giao việc phải theo dõi: {record}",
        label="Giao việc",
        effect=f"Nếu để trống hạn: {due.explanation}" if due else "",
        form=form,
        do=do,
        back=page.address(record),
        back_label=str(record),
        done="Đã giao việc phải theo dõi.",
    )


def _form(request: HttpRequest, council: Council, record: Followed) -> AssignForm:
    typed = request.POST if request.method == "POST" else None
    initial = {"on": timezone.localdate(), "field": getattr(record, "field_id", None)}
    return AssignForm(typed, bodies=bodies_of(council), initial=initial)
