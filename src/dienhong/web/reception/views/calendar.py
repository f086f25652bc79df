"""A year's calendar from one pattern, looked at before it is written; and from a day to who came, and their letters."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.kernel.errors import Refused
from dienhong.reception.actions.days import plan_days
from dienhong.reception.models import Reception, ReceptionDay
from dienhong.reception.planning import Pattern, days_of
from dienhong.reception.queries import planned_already
from dienhong.reception.states import Channel
from dienhong.rulebook.current import calendar
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count
from dienhong.web.acts import show_refusal
from dienhong.web.reception.forms import PlanForm
from dienhong.web.registers.page import RegisterPage, in_register

CONFIRMED = "ghi"


@require_http_methods(["GET", "POST"])
@in_register
def plan_page(page: RegisterPage) -> HttpResponse:
    """The pattern; then the days that it gives; then they are written, all or none."""
    page.require_writer()
    form = PlanForm(page.typed, council=page.council, initial=_initial(page))
    preview = _preview(page, form.cleaned_data) if form.is_valid() else []
    fresh = [row["day"] for row in preview if not row["known"]]
    if preview and CONFIRMED in page.request.POST and _written(page, form, fresh):
        return redirect(page.list_address)
    context = {
        "form": form,
        "preview": preview,
        "fresh": len(fresh),
        "confirmed": CONFIRMED,
        "back": page.list_address,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(page.request, "reception/plan.html", context, status=status)


def _initial(page: RegisterPage) -> dict[str, Any]:
    """Next year's calendar is made at the end of this one."""
    today = timezone.localdate()
    last = page.register.propose(page.council, today)
    return {"year": today.year + (today.month > 10), "day": 15, **last}


def _preview(page: RegisterPage, typed: dict[str, Any]) -> list[dict[str, Any]]:
    pattern = Pattern(typed["year"], typed["day"], typed["first_month"], typed["last_month"])
    planned = list(days_of(pattern, calendar()))
    known = set(planned_already(page.council, typed["body"], [one.day for one in planned]))
    return [
        {
            "day": one.day,
            "known": one.day in known,
            "why": f"{format_date(one.by_pattern)} là {one.closed}" if one.closed else "",
        }
        for one in planned
    ]


def _written(page: RegisterPage, form: PlanForm, days: list[Any]) -> bool:
    values = {name: form.cleaned_data[name] for name in form.VALUES}
    try:
        plan_days(
            page.register,
            council=page.council,
            days=days,
            values=values,
            by=page.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        show_refusal(form, refusal)
        return False
    messages.success(page.request, f"Đã ghi {format_count(len(days))} ngày tiếp công dân vào lịch.")
    return True


@require_GET
@in_register
def receive_page(page: RegisterPage, code: str) -> HttpResponse:
    """To the form of a reception with what the day already says."""
    day: ReceptionDay = page.writable_record(code)  # type: ignore[assignment]
    known = {"day": day.pk, "received_on": f"{day.held_on:%d/%m/%Y}"}
    return redirect(f"{reverse('receptions-add', args=[page.council.slug])}?{urlencode(known)}")


@require_GET
@in_register
def letter_page(page: RegisterPage, code: str) -> HttpResponse:
    """To the form of a letter with what the reception already says."""
    reception: Reception = page.writable_record(code)  # type: ignore[assignment]
    known = {
        "reception": reception.pk,
        "channel": Channel.RECEPTION.value,
        "received_on": f"{reception.received_on:%d/%m/%Y}",
        "field": reception.field_id or "",
    }
    return redirect(f"{reverse('letters-add', args=[page.council.slug])}?{urlencode(known)}")
