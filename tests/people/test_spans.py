"""Days from a first to a last, against counting them one by one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dienhong.people.spans import Span

START = date(2021, 5, 23)
HORIZON = 60
DAYS = [START + timedelta(days=n) for n in range(HORIZON)]

offsets = st.integers(0, HORIZON - 1)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first = draw(offsets)
    last = draw(st.none() | st.integers(first, HORIZON - 1))
    return Span(DAYS[first], None if last is None else DAYS[last])


def days(span: Span) -> set[date]:
    return {day for day in DAYS if day in span}


@given(one=spans(), other=spans())
def test_overlapping_is_sharing_a_day(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one) == bool(days(one) & days(other))


@given(one=spans(), other=spans())
def test_covering_is_holding_every_day(one: Span, other: Span) -> None:
    open_end = other.last is None and one.last is not None
    assert one.covers(other) == (days(other) <= days(one) and not open_end)


@given(span=spans(), others=st.lists(spans(), max_size=3))
def test_covered_by_one_of_many(span: Span, others: list[Span]) -> None:
    assert span.covered_by(others) == any(other.covers(span) for other in others)


def test_a_span_says_its_days_and_one_that_ends_before_it_begins_has_none() -> None:
    assert str(Span(date(2021, 5, 23), date(2023, 6, 14))) == "từ ngày 23/5/2021 đến hết ngày 14/6/2023"
    assert str(Span(date(2021, 5, 23))) == "từ ngày 23/5/2021"
    assert Span(date(2021, 5, 23), date(2021, 5, 22)).is_empty
    assert not days(Span(date(2021, 5, 23), date(2021, 5, 22)))
