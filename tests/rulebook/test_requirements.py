from datetime import UTC, date, datetime

import pytest

from dienhong.rulebook.models import RuleOverride
from dienhong.rulebook.requirements import (
    day_is_told,
    field_in_use,
    override_may_end,
    override_stands,
    reason_given,
)


def override(**values: object) -> RuleOverride:
    return RuleOverride(**{"in_force_from": date(2026, 1, 1), **values})


def codes(violations: object) -> list[str]:
    return [violation.code for violation in violations]  # type: ignore[attr-defined]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_reason_is_more_than_blanks(reason: str) -> None:
    assert reason_given(reason) is not None
    assert reason_given("theo quy chế mới") is None


def test_an_override_ends_within_its_own_time() -> None:
    row = override(in_force_to=date(2026, 6, 30))
    assert codes(override_may_end(row, date(2025, 12, 31))) == ["override.dates"]
    assert codes(override_may_end(row, date(2026, 1, 1))) == []
    assert codes(override_may_end(row, date(2026, 6, 30))) == []
    assert codes(override_may_end(row, date(2026, 7, 1))) == ["override.ended"]


def test_an_open_override_may_end_on_any_later_day() -> None:
    assert codes(override_may_end(override(), date(2030, 1, 1))) == []


def test_a_cancelled_override_is_past_ending() -> None:
    row = override(cancelled_at=datetime(2026, 2, 1, tzinfo=UTC))
    assert override_stands(row) is not None
    assert codes(override_may_end(row, date(2026, 6, 30))) == ["override.cancelled"]


@pytest.mark.parametrize(
    ("kind", "name", "source", "verified", "expected"),
    [
        ("holiday", "Quốc khánh", "Thông báo 01", True, []),
        ("holiday", "Quốc khánh", "", False, []),
        ("worked", " ", "", False, ["holiday.name"]),
        ("holiday", "Quốc khánh", " ", True, ["holiday.source"]),
        ("ordinary", "", "", False, []),
    ],
)
def test_a_special_day_has_a_name_and_a_verified_one_its_source(
    kind: str, name: str, source: str, verified: bool, expected: list[str]
) -> None:
    assert codes(day_is_told(kind, name, source, verified)) == expected


def test_a_retired_field_is_not_retired_again() -> None:
    assert field_in_use(None) is None
    violation = field_in_use(date(2026, 5, 9))
    assert violation is not None
    assert "09/5/2026" in violation.sentence
