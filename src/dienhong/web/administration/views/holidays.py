"""The calendar of working days, a year at a time."""

from __future__ import annotations

from calendar import Calendar as Months
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.rulebook import actions, current
from dienhong.rulebook.models import Holiday
from dienhong.rulebook.working_days import KIND_NAMES, Calendar, SpecialDay
from dienhong.vietnamese.dates import format_date, weekday_name
from dienhong.web.administration.forms.base import ReasonForm
from dienhong.web.administration.forms.rules import HolidayForm
from dienhong.web.administration.page import (
    FormPage,
    answer,
    attempted,
    carried_out,
    for_common_writers,
    for_roles,
    form_answer,
    may_write_common,
)
from dienhong.web.administration.parts import Button
from dienhong.web.administration.tables import Heading, Said, row, table
from dienhong.web.councils import user_of
from dienhong.web.registers.table import Row

_COLUMNS = (
    Heading("Ngày", "title", "title"),
    Heading("Loại", "text", "meta"),
    Heading("Tên", "text", "meta"),
    Heading("Căn cứ", "text", "hide"),
    Heading("Nguồn", "text", "hide"),
    Heading("Kiểm chứng", "status", "meta"),
)
_MONTHS = Months(firstweekday=0)


@require_GET
@for_roles
def listing(request: HttpRequest) -> HttpResponse:
    calendar, today = current.calendar(), timezone.localdate()
    years = sorted({special.day.year for special in calendar.days} | {today.year, today.year + 1})
    year = _year(request.GET.get("nam", ""), years, today.year)
    days = [special for special in calendar.days if special.day.year == year]
    may_write = may_write_common(request)
    corrected = set(Holiday.objects.filter(day__year=year).values_list("day", flat=True))
    rows = [_row(special, special.day in corrected, may_write) for special in days]
    add = Button("Thêm ngày", f"{reverse('administration-holiday-add')}?nam={year}", "primary", "plus")
    context = {
        "year": year,
        "years": [{"label": str(y), "url": f"?nam={y}", "current": y == year} for y in years],
        "doubts": calendar.doubts(date(year, 1, 1), date(year, 12, 31)),
        "count": len(days),
        "table": table(f"Lịch nghỉ năm {year}", _COLUMNS, rows) if rows else None,
        "months": [_month(calendar, year, month) for month in range(1, 13)],
        "actions": [add] if may_write else [],
    }
    return answer(request, "holidays", context)


def _year(asked: str, years: list[int], usual: int) -> int:
    return int(asked) if asked in map(str, years) else usual


def _month(calendar: Calendar, year: int, month: int) -> dict[str, Any]:
    """A month as weeks of (day, how it looks, what it is); days of other months are empty."""
    weeks = [[_day(calendar, d) if d.month == month else None for d in week] for week in _weeks(year, month)]
    return {"name": f"Tháng {month}", "weeks": weeks}


def _weeks(year: int, month: int) -> list[list[date]]:
    return _MONTHS.monthdatescalendar(year, month)


def _day(calendar: Calendar, day: date) -> dict[str, Any]:
    special = calendar.special(day)
    kind = special.kind.value if special else ("" if calendar.is_working_day(day) else "weekend")
    said = f"{special.name} ({KIND_NAMES[special.kind]})" if special else ""
    return {"number": day.day, "kind": kind, "said": said, "doubtful": bool(special and not special.verified)}


def _row(special: SpecialDay, corrected: bool, may_write: bool) -> Row:
    values = (
        f"{weekday_name(special.day)}, {format_date(special.day)}",
        KIND_NAMES[special.kind],
        special.name,
        special.source or "–",
        "quản trị sửa" if corrected else "mặc định",
        Said("đã kiểm chứng", state="done")
        if special.verified
        else Said("chưa kiểm chứng", state="due_soon"),
    )
    url = reverse("administration-holiday", args=[special.day.isoformat()]) if may_write else ""
    return row(_COLUMNS, url, values)


@require_http_methods(["GET", "POST"])
@for_common_writers
def add(request: HttpRequest) -> HttpResponse:
    form = HolidayForm(request.POST or None, initial={"expected_version": 0})

    def do(data: dict[str, Any]) -> Holiday:
        version = _version(data["day"]) if current.calendar().special(data["day"]) is None else 0
        return _set(request, data["day"], form, version)

    made = attempted(request, form, do)
    if made is not None:
        messages.success(request, f"Đã ghi ngày {format_date(made.day)} vào lịch.")
        return redirect(_list_of(made.day.year))
    page = FormPage(
        "Thêm ngày vào lịch nghỉ", "Ghi vào lịch", reverse("administration-holidays"), "Lịch nghỉ"
    )
    return form_answer(request, form, page)


@require_http_methods(["GET", "POST"])
@for_common_writers
def change(request: HttpRequest, day: str) -> HttpResponse:
    special = _special(day)
    initial: dict[str, Any] = {
        name: getattr(special, name) for name in ("kind", "name", "source", "verified")
    }
    initial["expected_version"] = _version(special.day)
    form = HolidayForm(request.POST or None, initial=initial, fixed_day=special.day)

    def do(data: dict[str, Any]) -> Holiday:
        return _set(request, special.day, form, data["expected_version"])

    said, back = format_date(special.day), _list_of(special.day.year)
    page = FormPage(f"Sửa ngày {said}", "Lưu", back, f"Lịch nghỉ {special.day.year}")
    remove = Button("Bỏ khỏi lịch nghỉ", reverse("administration-holiday-remove", args=[day]), icon="ban")
    done = carried_out(request, form, do, done=f"Đã lưu ngày {said}.", to=back)
    return done or form_answer(request, form, page, actions=[remove])


@require_http_methods(["GET", "POST"])
@for_common_writers
def remove(request: HttpRequest, day: str) -> HttpResponse:
    special = _special(day)
    form = ReasonForm(request.POST or None, initial={"expected_version": _version(special.day)})

    def do(data: dict[str, Any]) -> Holiday:
        by, at = user_of(request), timezone.now()
        return actions.remove_special_day(day=special.day, **data, by=by, at=at)

    said, back = format_date(special.day), _list_of(special.day.year)
    effect = f"Ngày {said} trở lại là ngày thường: làm việc hoặc nghỉ theo thứ trong tuần."
    page = FormPage(f"Bỏ ngày {said} khỏi lịch nghỉ", "Bỏ khỏi lịch", back, special.name, effect, danger=True)
    done = carried_out(request, form, do, done=f"Đã bỏ ngày {said} khỏi lịch nghỉ.", to=back)
    return done or form_answer(request, form, page)


def _set(request: HttpRequest, day: date, form: HolidayForm, version: int) -> Holiday:
    values, by, at = form.values("day"), user_of(request), timezone.now()
    return actions.set_special_day(day=day, values=values, expected_version=version, by=by, at=at)


def _special(day: str) -> SpecialDay:
    """The special day of an address like 2026-09-02; 404 for any other."""
    try:
        special = current.calendar().special(date.fromisoformat(day))
    except ValueError as error:
        raise Http404 from error
    if special is None:
        raise Http404
    return special


def _version(day: date) -> int:
    """The version of the row behind a day; 0 where only the preset speaks."""
    return Holiday.objects.filter(day=day).values_list("version", flat=True).first() or 0


def _list_of(year: int) -> str:
    return f"{reverse('administration-holidays')}?nam={year}"
