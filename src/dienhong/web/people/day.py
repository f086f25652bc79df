"""The form that asks for which day a page is, and over which councils."""

from __future__ import annotations

from datetime import date

from django import forms
from django.http import Http404, HttpRequest
from django.utils import timezone

from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES
from dienhong.organisations.models import Council
from dienhong.registers.fields import DateField
from dienhong.registers.listing import ON, read_day
from dienhong.web.councils import user_of


def require_reader(request: HttpRequest, council: Council) -> None:
    """Who does not read the council's working records does not learn that the page is there."""
    if not access_of(user_of(request)).may_read(council, COUNCIL_ROLES):
        raise Http404


def day_of(request: HttpRequest) -> date:
    """The day of the address; today where it names none."""
    return read_day(request.GET.get(ON, "")) or timezone.localdate()


def day_form(on: date, **choices: forms.Field) -> forms.Form:
    """A date and what else there is to choose, kept in the address."""
    fields = {**choices, ON: DateField(label="Vào ngày", help_text="")}
    initial = {ON: on, **{name: field.initial for name, field in choices.items()}}
    form: forms.Form = type("DayForm", (forms.Form,), fields)(initial=initial, auto_id="loc_%s")
    form.use_required_attribute = False
    return form
