"""Letters: recorded, handled by the table of steps, due by kind and day, compared across levels."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.followup.models import Undertaking
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.reception.actions.letters import say_same
from dienhong.reception.deadlines import facts_of_letter, tasks_of_letters
from dienhong.reception.divisions import signed, twice
from dienhong.reception.indicators import indicators
from dienhong.reception.models import Letter, LetterPair
from dienhong.reception.queries import comparable, likely_pairs, likely_same
from dienhong.reception.register import letters
from dienhong.reception.states import WORKFLOW
from dienhong.registers import actions as records

from ..factories import NOW, TODAY, make_body
from .factories import make_letter, make_reception, take

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"matter": ""}, "tóm tắt nội dung"),
        ({"field": None}, "lĩnh vực"),
        ({"received_on": date(2023, 11, 21)}, "Chưa đến ngày"),
        ({"channel": "passed_by"}, "cơ quan đã chuyển"),
        ({"signatories": 0}, "ít nhất một người ký"),
        ({"kind": "denunciation"}, "biểu mẫu riêng"),
    ],
)
def test_what_a_letter_must_say(commune: Council, clerk: User, fields: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        make_letter(commune, clerk, **fields)


def test_it_comes_from_a_reception_only_by_that_way(commune: Council, clerk: User) -> None:
    reception = make_reception(commune, clerk)
    with pytest.raises(Refused, match="tại buổi tiếp"):
        make_letter(commune, clerk, reception=reception)
    assert make_letter(commune, clerk, reception=reception, channel="reception").code == "DTH-2023-001"


def test_who_may_not_handle_it(commune: Council, clerk: User, district_clerk: User) -> None:
    letter = make_letter(commune, clerk)
    with pytest.raises(NotAllowed, match="không được xử lý đơn thư"):
        take(letter, "accept", district_clerk)
    with pytest.raises(NotAllowed):
        say_same(letter, make_letter(commune, clerk), same=True, by=district_clerk, at=NOW)
    with pytest.raises(NotAllowed):
        make_letter(commune, district_clerk)


STEPS = {
    "accept": ({}, "accepted"),
    "guide": ({"outcome": "Đến UBND xã"}, "guided"),
    "give-back": ({"outcome": "Đã có quyết định"}, "returned"),
    "file": ({"filing_ground": "anonymous"}, "filed"),
    "withdraw": ({}, "withdrawn"),
    "settle": ({"outcome": "Đã cấp giấy"}, "settled"),
    "pass-on": ({"passed_to_name": "UBND xã Bên", "slip_number": "3/PC"}, "passed_on"),
}


@pytest.mark.parametrize("step", STEPS)
def test_every_step_asks_for_what_it_tells_and_can_be_undone(
    step: str, commune: Council, clerk: User
) -> None:
    letter = make_letter(commune, clerk)
    values, status = STEPS[step]
    if values:
        with pytest.raises(Refused):
            take(letter, step, clerk)
    assert take(letter, step, clerk, **values).status == status
    with pytest.raises(Refused, match="lý do"):
        take(letter, "reopen", clerk)
    again = take(letter, "reopen", clerk, reason="Người gửi bổ sung tài liệu")
    assert (again.status, again.handled_on) == ("received", None)


def test_the_table_has_no_step_without_a_test() -> None:
    assert {transition.name for transition in WORKFLOW.transitions} == {*STEPS, "reopen"}


def test_steps_have_their_order_their_day_and_one_hand(commune: Council, clerk: User) -> None:
    letter = make_letter(commune, clerk)
    with pytest.raises(Refused, match="trước ngày nhận"):
        take(letter, "accept", clerk, handled_on=date(2023, 11, 1))
    with pytest.raises(Changed):
        take(letter, "accept", clerk, expected_version=7)
    take(letter, "settle", clerk, outcome="Xong")
    with pytest.raises(Refused, match="Không thể “Thụ lý”"):
        take(letter, "accept", clerk)
    with pytest.raises(Refused, match="ngày xử lý"):
        other = make_letter(commune, clerk)
        records.move(letters, other, step="accept", expected_version=1, by=clerk, at=NOW)
    records.cancel(letters, other, reason="Ghi nhầm", expected_version=1, by=clerk, at=NOW)
    with pytest.raises(Refused, match="đã hủy"):
        take(other, "accept", clerk)


def test_a_body_that_must_report_has_something_to_do(commune: Council, clerk: User) -> None:
    body = make_body(commune, "executive", "UBND xã Mẫu")
    letter = make_letter(commune, clerk)
    with pytest.raises(Refused, match="chọn cơ quan nhận đơn"):
        take(letter, "pass-on", clerk, passed_to_name="UBND", report_due_on=date(2023, 12, 8))
    take(letter, "pass-on", clerk, passed_to=body, slip_number="3/PC", report_due_on=date(2023, 12, 8))
    undertaking = Undertaking.objects.get(origin=letter.origin)
    assert (undertaking.lead, undertaking.due_on) == (body, date(2023, 12, 8))
    assert undertaking.text == letter.matter


def test_the_journal_keeps_no_words_of_a_letter(commune: Council, clerk: User) -> None:
    letter = make_letter(commune, clerk)
    values = {"matter": "Đề nghị khác hẳn", "sender": "Người Thứ Hai"}
    records.change(letters, letter, values=values, expected_version=1, by=clerk, at=NOW)
    told = str(list(Entry.objects.values_list("record_label", "changes", "reason")))
    assert "Nguyễn Văn Mẫu" not in told and "khác hẳn" not in told and "Người Thứ Hai" not in told
    assert Entry.objects.of_record(letter).last().changes["matter"] == [None, None]  # type: ignore[union-attr]


DUE = [
    ("complaint", "own", date(2026, 6, 30), "10/7/2026", "10 ngày"),
    ("complaint", "own", date(2026, 7, 1), "10/7/2026", "07 ngày làm việc"),
    ("petition", "own", date(2023, 11, 6), "20/11/2023", "10 ngày làm việc"),
    ("feedback", "other_level", date(2023, 11, 6), "13/11/2023", "05 ngày làm việc"),
    ("complaint", "own", date(2011, 1, 3), "", ""),
]


@pytest.mark.parametrize(("kind", "competence", "received_on", "day", "how"), DUE)
def test_it_is_due_by_its_kind_and_by_the_law_of_its_day(
    commune: Council, clerk: User, kind: str, competence: str, received_on: date, day: str, how: str
) -> None:
    letter = Letter(council=commune, kind=kind, competence=competence, received_on=received_on)
    facts = list(facts_of_letter(letter))
    assert [fact.value for fact in facts] == ([day] if day else [])
    assert all(how in fact.explanation for fact in facts)


def test_what_was_accepted_must_be_settled(commune: Council, clerk: User) -> None:
    letter = make_letter(commune, clerk, kind="complaint")
    (task,) = tasks_of_letters(Letter.objects.counted(), TODAY)
    assert task.what.startswith("Xử lý đơn") and task.due_on == date(2023, 11, 16)
    take(letter, "accept", clerk)
    assert [fact.value for fact in facts_of_letter(letter)] == ["16/11/2023", "08/12/2023"]
    (task,) = tasks_of_letters(Letter.objects.counted(), TODAY)
    assert task.what.startswith("Giải quyết đơn") and task.due_on == date(2023, 12, 8)
    take(letter, "settle", clerk, outcome="Đã trả lời")
    assert list(tasks_of_letters(Letter.objects.counted(), TODAY)) == []


@pytest.fixture
def both(district: Council, commune: Council, district_clerk: User, clerk: User) -> tuple[Letter, Letter]:
    """One letter of the district, passed on to the commune, and one of the commune on the same land."""
    words = "Kiến nghị xem xét tranh chấp ranh giới đất rẫy tại thôn 2"
    upper = make_letter(district, district_clerk, sender="", matter=words)
    take(upper, "pass-on", district_clerk, passed_to_name="UBND xã Mẫu")
    lower = make_letter(commune, clerk, matter="Đề nghị giải quyết tranh chấp đất rẫy, ranh giới không rõ")
    return upper, lower


def test_letters_of_two_levels_are_flagged_linked_and_both_counted(
    both: tuple[Letter, Letter], district: Council, commune: Council, district_clerk: User, clerk: User
) -> None:
    upper, lower = both
    make_letter(commune, clerk, matter="Phản ánh tiếng ồn quán hát", sender="Trần B")
    (pair,) = likely_same(upper, district_clerk)
    assert (pair.other, pair.same) == (lower, None) and "cùng nơi: UBND xã Mẫu" in pair.why
    assert likely_same(lower, clerk) == []  # a commune does not see what came to the district
    assert [(p.letter, p.other) for p in likely_pairs(comparable(district_clerk).order_by("pk"))] == [both]
    say_same(upper, lower, same=True, by=district_clerk, at=NOW)
    assert likely_same(upper, district_clerk)[0].same is True
    assert set(Letter.objects.filter(twice.part("yes", TODAY))) == {upper, lower}
    assert Letter.objects.filter(twice.part("no", TODAY)).count() == 1
    figure = evaluate(indicators, Scope([district, commune], Period.year(2023), district_clerk))[
        "letters.received"
    ]
    assert (figure.total, figure.by["status"]["passed_on"]) == (3, 1)


def test_a_word_on_two_letters_can_be_taken_back(both: tuple[Letter, Letter], district_clerk: User) -> None:
    upper, lower = both
    say_same(lower, upper, same=True, by=User.objects.operator(), at=NOW)
    say_same(upper, lower, same=False, by=district_clerk, at=NOW)
    assert LetterPair.objects.get().same is False
    with pytest.raises(Refused, match="chính nó"):
        say_same(upper, upper, same=True, by=district_clerk, at=NOW)


def test_a_letter_of_many_is_one_of_five(commune: Council, clerk: User) -> None:
    for count in (4, 5):
        make_letter(commune, clerk, signatories=count)
    assert [letter.signatories for letter in Letter.objects.filter(signed.part("many", TODAY))] == [5]
