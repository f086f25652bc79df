"""The part of a year that a report is about."""

from django.db import models

from dienhong.kernel.period import Period


class Span(models.TextChoices):
    """Named as officials name periods; with a year it is a period."""

    YEAR = "year", "cả năm"
    FIRST_HALF = "first_half", "6 tháng đầu năm"
    NINE_MONTHS = "nine_months", "9 tháng đầu năm"
    SECOND_HALF = "second_half", "6 tháng cuối năm"
    FIRST_QUARTER = "q1", "quý I"
    SECOND_QUARTER = "q2", "quý II"
    THIRD_QUARTER = "q3", "quý III"
    FOURTH_QUARTER = "q4", "quý IV"

    def of(self, year: int) -> Period:
        """The days of that year that the span covers."""
        return Period.months(year, *_MONTHS[self])


_MONTHS = {
    Span.YEAR: (1, 12),
    Span.FIRST_HALF: (1, 6),
    Span.NINE_MONTHS: (1, 9),
    Span.SECOND_HALF: (7, 6),
    Span.FIRST_QUARTER: (1, 3),
    Span.SECOND_QUARTER: (4, 3),
    Span.THIRD_QUARTER: (7, 3),
    Span.FOURTH_QUARTER: (10, 3),
}
"""First month and number of months."""
