"""Dates and numbers are read and written as offices write them, whatever Django's own ``vi`` thinks."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, timezone


def printed(template: str, value: object) -> str:
    return Template(template).render(Context({"value": value}))


@pytest.mark.parametrize("typed", ["03/04/2026", "3/4/2026", "03-04-2026", "3.4.2026", "2026-04-03"])
def test_the_day_comes_before_the_month(typed: str) -> None:
    assert forms.DateField().clean(typed) == date(2026, 4, 3)


@pytest.mark.parametrize("typed", ["04/13/2026", "31/02/2026", "3/4", "mai"])
def test_what_is_no_date_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(forms.ValidationError, match="ngày/tháng/năm, ví dụ 05/11/2026"):
        forms.DateField().clean(typed)


def test_a_moment_is_read_in_vietnamese_time() -> None:
    moment = forms.DateTimeField().clean("03/04/2026 07:30")
    assert moment == datetime(2026, 4, 3, 0, 30, tzinfo=timezone.get_fixed_timezone(0))
    assert forms.TimeField().clean("07:30") == time(7, 30)


@pytest.mark.parametrize(("typed", "number"), [("1.650", 1650), ("1650", 1650), ("1.234.567", 1234567)])
def test_points_group_whole_numbers(typed: str, number: int) -> None:
    assert forms.IntegerField(localize=True).clean(typed) == number


@pytest.mark.parametrize(("typed", "number"), [("30,3", "30.3"), ("1.650,25", "1650.25"), ("-0,5", "-0.5")])
def test_a_comma_begins_the_fraction(typed: str, number: str) -> None:
    assert forms.DecimalField(localize=True).clean(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("{{ value }}", 1650, "1.650"),
        ("{{ value }}", 1234567, "1.234.567"),
        ("{{ value }}", Decimal("30.3"), "30,3"),
        ("{{ value|floatformat:1 }}", 30.26, "30,3"),
        ("{{ value }}", date(2026, 4, 3), "03/04/2026"),
        ("{{ value|date }}", date(2026, 4, 3), "03/04/2026"),
        ("{{ value|time }}", time(7, 5), "07:05"),
        ('{{ value|date:"l" }}', date(2023, 11, 20), "Thứ Hai"),
        ('{{ value|date:"D" }}', date(2023, 11, 19), "CN"),
        ('{{ value|date:"YEAR_MONTH_FORMAT" }}', date(2026, 4, 3), "tháng 04/2026"),
        ("{{ value|filesizeformat }}", 1536, "1,5 KB"),
        ("{{ value|timesince }}", None, ""),
    ],
)
def test_a_page_writes_numbers_and_dates_so(template: str, value: object, text: str) -> None:
    assert printed(template, value).replace("\xa0", " ") == text


def test_a_moment_is_written_in_vietnamese_time() -> None:
    noon_in_greenwich = datetime(2026, 4, 3, 12, 0, tzinfo=timezone.get_fixed_timezone(0))
    assert printed("{{ value }}", noon_in_greenwich) == "19:00 03/04/2026"


def test_a_form_field_shows_what_it_reads() -> None:
    assert forms.DateField().widget.format_value(date(2026, 4, 3)) == "03/04/2026"
    assert formats.get_format("FIRST_DAY_OF_WEEK") == 1
