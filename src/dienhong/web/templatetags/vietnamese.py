"""Template filters that write numbers and dates as officials do; loaded in every template."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone

from dienhong.vietnamese.dates import format_date, format_long_date, weekday_name
from dienhong.vietnamese.numerals import format_count, format_decimal, format_money, format_percent

register = template.Library()
NOTHING = "–"


def _day(value: date) -> date:
    """The calendar day in Vietnam of an instant; a plain date is its own."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


@register.filter
def ngay(value: date | None) -> str:
    """09/5/2023; an instant gives its day in Vietnam."""
    return format_date(_day(value)) if value else ""


@register.filter
def ngay_thang(value: date | None) -> str:
    """09/5, where the year is plain."""
    return format_date(_day(value)).rpartition("/")[0] if value else ""


@register.filter
def ngay_dai(value: date | None) -> str:
    """Ngày 09 tháng 5 năm 2023, without the capital."""
    return format_long_date(_day(value)) if value else ""


@register.filter
def ngay_gio(value: datetime | None) -> str:
    """08:05, 09/5/2023 in Vietnam's time."""
    if value is None:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{local:%H:%M}, {format_date(local.date())}"


@register.filter
def gio(value: datetime | None) -> str:
    """08:05 in Vietnam's time."""
    return ngay_gio(value).partition(",")[0]


@register.filter
def thu(value: date | None) -> str:
    """Thứ Hai … Chủ nhật."""
    return weekday_name(_day(value)) if value else ""


@register.filter
def so(value: int | str | None) -> str:
    """A count in prose: 05, 1.650; a dash when nobody said. What is written already stays: "khoảng 1.650"."""
    if isinstance(value, str):
        return value
    return NOTHING if value is None else format_count(int(value))


@register.filter
def so_tron(value: int | None) -> str:
    """A count in a table, without the leading zero: 5, 1.650."""
    return NOTHING if value is None else format_count(int(value), padded=False)


@register.filter
def thap_phan(value: Decimal | int | None, places: int = 2) -> str:
    """66,67"""
    return NOTHING if value is None else format_decimal(value, places)


@register.filter
def ty_le(part: int | None, whole: int | None) -> str:
    """The share of a part in a whole: 30,3%; a dash of nothing."""
    return NOTHING if part is None or whole is None else format_percent(part, whole)


@register.filter
def tien(amount: int | None) -> str:
    """74,2 tỷ đồng"""
    return NOTHING if amount is None else format_money(amount)
