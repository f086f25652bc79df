"""Taking attendance of a day in one go."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.council_sessions import actions
from dienhong.council_sessions.attendance import delegates_on, states_of
from dienhong.council_sessions.models import SittingDay
from dienhong.council_sessions.register import sittings
from dienhong.council_sessions.states import AttendanceState
from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.models import Council
from dienhong.web.acts import show_refusal
from dienhong.web.council_sessions.forms import AttendanceForm
from dienhong.web.council_sessions.part import typed, written_part
from dienhong.web.councils import in_council, user_of
from dienhong.web.registers.page import address_in

REST_PRESENT = "con-lai"
"""The word of the address that proposes "present" for whoever nobody has named yet."""


@require_http_methods(["GET", "POST"])
@in_council
def attendance_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    sitting: SittingDay = written_part(request, council, sittings, code)
    people = delegates_on(council, sitting.held_on).select_related("constituency")
    form = AttendanceForm(typed(request), people=people, initial=_initial(sitting, people, request))
    back = address_in(council, sitting, sittings)
    if form.is_valid() and _taken(request, sitting, form):
        messages.success(request, f"Đã điểm danh {sitting.title}.")
        return redirect(back)
    context = {"form": form, "sitting": sitting, "back": back, "lines": form.lines()}
    status = 422 if form.is_bound else 200
    return render(request, "council_sessions/attendance.html", context, status=status)


def _initial(sitting: SittingDay, people: Any, request: HttpRequest) -> dict[str, Any]:
    """What was said before; for the rest nothing is known, unless the address proposes that they were there."""
    said = states_of(sitting)
    notes = dict(sitting.attendances.values_list("mandate", "note"))
    rest = AttendanceState.PRESENT if request.GET.get(REST_PRESENT) else AttendanceState.UNKNOWN
    words: dict[str, Any] = {"expected_version": sitting.version}
    for person in people:
        state = said.get(person.pk, AttendanceState.UNKNOWN)
        words[f"s{person.pk}"] = rest if state == AttendanceState.UNKNOWN else state
        words[f"n{person.pk}"] = notes.get(person.pk, "")
    return words


def _taken(request: HttpRequest, sitting: SittingDay, form: AttendanceForm) -> bool:
    """Whether it was saved; what was refused then stands in the form."""
    try:
        actions.take_attendance(
            sitting,
            states=form.states(),
            expected_version=form.cleaned_data["expected_version"],
            by=user_of(request),
            at=timezone.now(),
        )
    except Refused as refusal:
        show_refusal(form, refusal)
    except Changed as conflict:
        form.add_error(None, conflict.sentence)
    else:
        return True
    return False
