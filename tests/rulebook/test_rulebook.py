from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from dienhong.kernel.errors import DomainError, Refused
from dienhong.rulebook.rulebook import Override, Rulebook, UnknownRule
from dienhong.rulebook.rules import Basis, Bound, Rule, Side, Unit

NOTICE = Rule(
    code="hall.notice",
    value=5,
    unit=Unit.WORKING_DAYS,
    wording="Báo mượn hội trường chậm nhất {amount} trước ngày họp.",
    basis=Basis("Nội quy hội trường", "mục 2"),
    in_force_from=date(2020, 1, 1),
    in_force_to=date(2022, 12, 31),
    verified=True,
    trigger="meeting",
    trigger_phrase="ngày họp",
    side=Side.BEFORE,
)
LATER = replace(NOTICE, value=3, in_force_from=date(2023, 1, 1), in_force_to=None)
QUORUM = replace(
    NOTICE,
    code="hall.quorum",
    value=Fraction(2, 3),
    unit=Unit.SHARE,
    wording="Họp khi có mặt ít nhất {amount} thành viên.",
    bound=Bound.AT_LEAST,
    base="tổng số thành viên",
    in_force_to=None,
)
TERMS = {
    "code": "hall.notice",
    "value": 10,
    "unit": Unit.CALENDAR_DAYS,
    "basis": "Thông báo của Thường trực",
    "in_force_from": date(2024, 3, 1),
    "in_force_to": date(2024, 6, 30),
    "author": "Đại biểu mẫu 01",
    "reason": "sửa hội trường",
}


def book(*rules: Rule) -> Rulebook:
    return Rulebook(rules or (NOTICE, LATER, QUORUM))


def test_the_rule_in_force_on_the_day_is_given() -> None:
    assert book().on(date(2022, 12, 31))["hall.notice"] is NOTICE
    assert book().on(date(2023, 1, 1))["hall.notice"] is LATER


@pytest.mark.parametrize(
    ("day", "code", "sentence"),
    [
        (date(2023, 1, 1), "hall.colour", "Không có quy tắc nào mang mã “hall.colour”."),
        (date(2019, 12, 31), "hall.notice", "Quy tắc “hall.notice” không có hiệu lực vào ngày 31/12/2019."),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(day: date, code: str, sentence: str) -> None:
    rules = book().on(day)
    assert code not in rules
    with pytest.raises(UnknownRule) as caught:
        rules[code]
    assert str(caught.value) == sentence
    assert isinstance(caught.value, DomainError)


def test_levels_may_differ_and_then_must_be_named() -> None:
    upper = replace(LATER, levels=frozenset({"province", "district"}))
    lower = replace(LATER, value=2, levels=frozenset({"commune"}))
    rules = book(upper, lower)
    day = date(2024, 1, 1)
    assert rules.on(day, "district")["hall.notice"].value == 3
    assert rules.on(day, "commune")["hall.notice"].value == 2
    with pytest.raises(UnknownRule, match="khác nhau theo cấp"):
        rules.on(day)["hall.notice"]
    assert rules.on(day).all() == [upper, lower]


def test_a_rule_of_one_level_is_not_in_force_for_another() -> None:
    rules = book(replace(LATER, levels=frozenset({"commune"})))
    assert rules.on(date(2024, 1, 1))["hall.notice"].levels == {"commune"}
    with pytest.raises(UnknownRule, match="đối với cấp tỉnh"):
        rules.on(date(2024, 1, 1), "province")["hall.notice"]


@pytest.mark.parametrize(
    ("rules", "fault"),
    [
        ([NOTICE, replace(LATER, in_force_from=date(2022, 12, 31))], "overlaps on 2022-12-31"),
        ([NOTICE, replace(LATER, in_force_from=date(2023, 1, 2))], "has a hole before 2023-01-02"),
        ([replace(NOTICE, in_force_to=None), LATER], "overlaps on 2023-01-01"),
        ([replace(NOTICE, in_force_to=date(2019, 1, 1))], "ends on 2019-01-01 before it begins"),
    ],
)
def test_a_history_with_a_fault_is_not_loaded(rules: Iterable[Rule], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        Rulebook(rules)


def test_a_hole_that_is_stated_is_a_hole_and_no_fault() -> None:
    rules = book(NOTICE, replace(LATER, in_force_from=date(2024, 1, 1), gap_before="năm 2023 không quy định"))
    assert "hall.notice" not in rules.on(date(2023, 6, 1))


def test_levels_have_histories_of_their_own() -> None:
    province = replace(NOTICE, levels=frozenset({"province"}), in_force_to=None)
    commune = replace(NOTICE, levels=frozenset({"commune"}))
    assert len(book(province, commune).history("hall.notice")) == 2
    with pytest.raises(ValueError, match=r"overlaps on 2021-01-01 \(commune\)"):
        book(province, commune, replace(LATER, in_force_from=date(2021, 1, 1), levels=frozenset({"commune"})))


def test_an_override_wins_between_its_dates_and_shows_its_author() -> None:
    rules = book().with_overrides([Override(**TERMS)])
    own = rules.on(date(2024, 3, 1))["hall.notice"]
    assert (own.amount, own.author, own.reason) == ("10 ngày", "Đại biểu mẫu 01", "sửa hội trường")
    assert own.text == "Báo mượn hội trường chậm nhất 10 ngày trước ngày họp."
    assert str(own.basis) == "Thông báo của Thường trực"
    assert own.trigger == "meeting"
    assert rules.on(date(2024, 6, 30))["hall.notice"].author
    for day in (date(2024, 2, 29), date(2024, 7, 1)):
        assert rules.on(day)["hall.notice"] is LATER
    assert book().on(date(2024, 3, 1))["hall.notice"] is LATER


def test_an_override_of_one_level_leaves_the_others() -> None:
    rules = book().with_overrides([Override(**TERMS, levels=frozenset({"commune"}))])
    assert rules.on(date(2024, 4, 1), "commune")["hall.notice"].value == 10
    assert rules.on(date(2024, 4, 1), "province")["hall.notice"] is LATER
    assert [rule.value for rule in rules.on(date(2024, 4, 1)).all() if rule.code == "hall.notice"] == [10, 3]


def test_an_override_may_begin_before_any_preset() -> None:
    early = Override(**{**TERMS, "in_force_from": date(2018, 1, 1), "in_force_to": date(2018, 12, 31)})
    assert book().with_overrides([early]).on(date(2018, 5, 5))["hall.notice"].value == 10


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "hall.colour"}, "override.code"),
        ({"unit": Unit.COUNT}, "override.unit"),
        ({"value": 0}, "override.value"),
        ({"value": Fraction(1, 2)}, "override.value"),
        ({"code": "hall.quorum", "unit": Unit.SHARE, "value": 1}, "override.value"),
        ({"in_force_to": date(2024, 2, 1)}, "override.dates"),
    ],
)
def test_a_wrong_override_is_refused(change: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as caught:
        book().with_overrides([Override(**{**TERMS, **change})])
    assert [violation.code for violation in caught.value.violations] == [code]


def test_two_overrides_may_follow_but_not_overlap() -> None:
    first = Override(**TERMS)
    after = Override(**{**TERMS, "in_force_from": date(2024, 7, 1), "in_force_to": None, "value": 4})
    rules = book().with_overrides([first, after])
    assert rules.on(date(2024, 6, 30) + timedelta(days=1))["hall.notice"].value == 4
    clash = Override(**{**TERMS, "in_force_from": date(2024, 6, 30), "in_force_to": None})
    with pytest.raises(Refused, match="trùng thời gian"):
        book().with_overrides([first, clash])


def test_overrides_of_different_levels_may_overlap() -> None:
    upper, lower = frozenset({"province"}), frozenset({"commune"})
    own = [Override(**TERMS, levels=upper), Override(**{**TERMS, "value": 7}, levels=lower)]
    rules = book().with_overrides(own)
    assert rules.on(date(2024, 4, 1), "province")["hall.notice"].value == 10
    assert rules.on(date(2024, 4, 1), "commune")["hall.notice"].value == 7
