from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.journal import verify
from dienhong.audit.models import Entry
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.rulebook import actions, current
from dienhong.rulebook.models import Field, Holiday, RuleOverride
from tests.small_country import NOON, TODAY, Country

CODE = "paper.to_delegates"
OWN = {
    "value": "7",
    "unit": "calendar_days",
    "level": "",
    "basis": "Điều 5 Quy chế hoạt động",
    "in_force_from": date(2026, 1, 1),
    "in_force_to": None,
    "reason": "Đại biểu cần thêm thời gian đọc tài liệu",
}


def own(by: User, **values: Any) -> RuleOverride:
    return actions.override_rule(code=CODE, values={**OWN, **values}, by=by, at=NOON)


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {violation.code for violation in refusal.value.violations}


def test_an_own_value_wins_from_its_first_day_and_says_whose_it_is(country: Country) -> None:
    own(country.upper)
    before = current.rulebook().on(date(2025, 12, 31))[CODE]
    rule = current.rulebook().on(date(2026, 1, 1))[CODE]
    assert (before.value, before.author) == (5, "")
    assert (rule.value, rule.author, str(rule.basis)) == (7, str(country.upper), OWN["basis"])


def test_an_own_value_may_be_of_one_level_only(country: Country) -> None:
    own(country.upper, level="commune")
    assert current.rulebook().on(TODAY, "commune")[CODE].value == 7
    assert current.rulebook().on(TODAY, "province")[CODE].value == 5


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"value": "2/3"}, "value"),
        ({"value": "2/3", "unit": "share"}, "unit"),
        ({"basis": ""}, "basis"),
        ({"reason": ""}, "reason"),
        ({"in_force_from": None}, "in_force_from"),
        ({"in_force_to": date(2025, 12, 31)}, None),
    ],
)
def test_what_does_not_fit_the_rule_is_refused(
    country: Country, values: dict[str, Any], field: str | None
) -> None:
    with pytest.raises(Refused) as refusal:
        own(country.upper, **values)
    assert field in {violation.field for violation in refusal.value.violations}
    assert not RuleOverride.objects.exists()


def test_an_unknown_rule_is_refused(country: Country) -> None:
    with pytest.raises(Refused) as refusal:
        actions.override_rule(code="paper.none", values=OWN, by=country.upper, at=NOON)
    assert "override.code" in codes(refusal)


def test_two_own_values_never_hold_on_one_day(country: Country) -> None:
    first = own(country.upper, in_force_to=date(2026, 6, 30))
    with pytest.raises(Refused) as refusal:
        own(country.upper, in_force_from=date(2026, 6, 30))
    assert codes(refusal) == {"override.overlap"}
    own(country.upper, in_force_from=date(2026, 7, 1), value="9")
    cancelled = {"reason": "đặt nhầm", "expected_version": 1, "by": country.upper, "at": NOON}
    actions.cancel_override(first, **cancelled)
    own(country.upper, in_force_to=date(2026, 6, 30), value="8")
    assert current.rulebook().on(date(2026, 6, 30))[CODE].value == 8


def test_an_ended_value_gives_way_to_the_preset(country: Country) -> None:
    row = own(country.upper)
    actions.end_override(
        row, last_day=TODAY, reason="quy chế mới", expected_version=1, by=country.upper, at=NOON
    )
    assert current.rulebook().on(TODAY)[CODE].value == 7
    assert current.rulebook().on(date(2026, 11, 21))[CODE].value == 5


def test_the_second_of_two_editors_is_told(country: Country) -> None:
    row = own(country.upper)
    act: dict[str, Any] = {"last_day": TODAY, "reason": "hết hạn", "by": country.upper, "at": NOON}
    actions.end_override(row, expected_version=1, **act)
    with pytest.raises(Changed):
        actions.end_override(row, expected_version=1, **act)


def test_a_day_of_the_calendar_is_corrected_and_made_ordinary_again(country: Country) -> None:
    day = date(2027, 3, 3)
    values = {"kind": "holiday", "name": "Ngày hội mẫu", "source": "Thông báo 01", "verified": True}
    act: dict[str, Any] = {"day": day, "by": country.upper, "at": NOON}
    row = actions.set_special_day(values=values, expected_version=0, **act)
    assert current.calendar().day_off(day) == "Ngày hội mẫu"
    actions.set_special_day(values={**values, "name": "Ngày hội"}, expected_version=1, **act)
    assert current.calendar().day_off(day) == "Ngày hội"
    row = actions.remove_special_day(reason="không nghỉ nữa", expected_version=2, **act)
    assert current.calendar().is_working_day(day)
    assert row.version == 3
    with pytest.raises(Changed):
        actions.set_special_day(values=values, expected_version=0, **act)


def test_a_preset_day_may_turn_out_to_be_none(country: Country) -> None:
    day = date(2027, 9, 3)
    assert not current.calendar().is_working_day(day)
    actions.remove_special_day(
        day=day, reason="thông báo nghỉ ngày 01/9", expected_version=0, by=country.upper, at=NOON
    )
    assert current.calendar().is_working_day(day)
    assert current.calendar().special(day) is None


def test_a_verified_day_without_a_source_is_refused(country: Country) -> None:
    values = {"kind": "holiday", "name": "Quốc khánh", "source": "", "verified": True}
    with pytest.raises(Refused) as refusal:
        actions.set_special_day(day=TODAY, values=values, expected_version=0, by=country.upper, at=NOON)
    assert codes(refusal) == {"holiday.source"}
    assert not Holiday.objects.exists()


def test_a_field_is_added_renamed_retired_and_taken_up_again(country: Country) -> None:
    act: dict[str, Any] = {"by": country.upper, "at": NOON}
    field = actions.add_field(name="Chuyển đổi số", group="law", order=165, **act)
    assert field.code == "chuyen_doi_so"
    assert field in current.fields()
    values = {"name": "Chuyển đổi số - dữ liệu", "group": "law", "order": 165}
    actions.change_field(field, **values, expected_version=1, **act)
    assert (field.code, field.name) == ("chuyen_doi_so", "Chuyển đổi số - dữ liệu")
    retire: dict[str, Any] = {"retired_on": TODAY, "reason": "nhập vào lĩnh vực khác", **act}
    actions.retire_field(field, expected_version=2, **retire)
    assert field not in Field.objects.on(TODAY)
    assert field in Field.objects.on(date(2026, 11, 19))
    with pytest.raises(Refused):
        actions.retire_field(field, expected_version=3, **retire)
    actions.restore_field(field, expected_version=3, **act)
    assert field in Field.objects.on(TODAY)


def test_codes_of_fields_never_meet(country: Country) -> None:
    act: dict[str, Any] = {"group": "other", "order": 900, "by": country.upper, "at": NOON}
    made = [actions.add_field(name=name, **act).code for name in ("Y - tế", "y-tế", "Ý tệ", "!!")]
    assert made == ["y_te", "y_te_2", "y_te_3", "field"]


def test_two_living_fields_share_no_name(country: Country) -> None:
    with pytest.raises(Refused):
        actions.add_field(name="Đất đai", group="economy", order=1, by=country.upper, at=NOON)


def acts_of(country: Country) -> dict[str, Callable[[User], object]]:
    row = own(country.upper)
    field = Field.objects.get(code="land")
    values = {"kind": "holiday", "name": "Quốc khánh", "source": "", "verified": False}
    told: dict[str, Any] = {"at": NOON, "expected_version": 1}
    return {
        "override": lambda by: own(by, in_force_from=date(2030, 1, 1)),
        "end": lambda by: actions.end_override(row, last_day=TODAY, reason="r", by=by, **told),
        "cancel": lambda by: actions.cancel_override(row, reason="r", by=by, **told),
        "day": lambda by: actions.set_special_day(day=TODAY, values=values, by=by, **told),
        "no day": lambda by: actions.remove_special_day(day=TODAY, reason="r", by=by, **told),
        "add": lambda by: actions.add_field(name="Mới", group="law", order=1, by=by, at=NOON),
        "change": lambda by: actions.change_field(field, name="Đất", group="law", order=1, by=by, **told),
        "retire": lambda by: actions.retire_field(field, retired_on=TODAY, reason="r", by=by, **told),
        "restore": lambda by: actions.restore_field(field, by=by, **told),
    }


@pytest.mark.parametrize(
    "act", ["override", "end", "cancel", "day", "no day", "add", "change", "retire", "restore"]
)
def test_only_an_administrator_of_the_installation_writes(country: Country, act: str) -> None:
    write = acts_of(country)[act]
    entries = Entry.objects.count()
    for by in (country.local, country.clerk, country.stranger):
        with pytest.raises(NotAllowed):
            write(by)
    assert Entry.objects.count() == entries


def test_every_act_stands_in_the_chain_of_the_installation(country: Country) -> None:
    own(country.upper)
    entry = Entry.objects.get()
    assert (entry.council_id, entry.verb, entry.actor_name) == (0, "Đặt giá trị riêng", str(country.upper))
    assert entry.changes["value"] == [None, "7"]
    assert list(verify()) == []
