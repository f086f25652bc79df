from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.kernel.errors import Refused
from dienhong.rulebook.groups import OTHER, group_of
from dienhong.rulebook.presets import preset_rulebook
from dienhong.rulebook.rules import Unit
from dienhong.rulebook.values import parse_value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("5", Unit.CALENDAR_DAYS, 5),
        (" 07 ", Unit.WORKING_DAYS, 7),
        ("2/3", Unit.SHARE, Fraction(2, 3)),
        ("1 / 2", Unit.SHARE, Fraction(1, 2)),
        ("35 %", Unit.SHARE, Fraction(35, 100)),
        ("100%", Unit.SHARE, 1),
    ],
)
def test_a_value_is_read_as_its_unit_has_it(text: str, unit: Unit, value: object) -> None:
    assert parse_value(text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("0", Unit.COUNT),
        ("-3", Unit.MONTHS),
        ("2/3", Unit.MONTHS),
        ("năm", Unit.COUNT),
        ("٥", Unit.COUNT),
        ("3/2", Unit.SHARE),
        ("0/3", Unit.SHARE),
        ("1/0", Unit.SHARE),
        ("0%", Unit.SHARE),
        ("101%", Unit.SHARE),
        ("0,5", Unit.SHARE),
    ],
)
def test_anything_else_is_refused_at_its_field(text: str, unit: Unit) -> None:
    with pytest.raises(Refused) as refusal:
        parse_value(text, unit)
    assert refusal.value.violations[0].field == "value"


@given(st.text(max_size=12), st.sampled_from(list(Unit)))
def test_no_text_gives_a_value_that_is_not_positive(text: str, unit: Unit) -> None:
    try:
        value = parse_value(text, unit)
    except Refused:
        return
    assert value > 0
    assert unit is not Unit.SHARE or value <= 1


def test_every_preset_stands_under_a_heading_of_its_own() -> None:
    assert OTHER not in {group_of(code) for code in preset_rulebook().codes}
    assert group_of("session.convene_regular") == "Kỳ họp"
    assert group_of("unheard.of") == OTHER
