"""Questions, question times and hearings for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.organisations.models import Council, Organisation
from dienhong.questioning.models import CoAsker, Hearing, HearingMatter, Question, QuestionTime
from dienhong.questioning.register import co_askers, hearings, matters, question_times, questions
from dienhong.registers import actions as records
from dienhong.rulebook.models import Field

from ..factories import NOW

ASKED = date(2023, 7, 19)
HELD = date(2023, 4, 28)


def executive(council: Council) -> Organisation:
    found, _ = Organisation.objects.get_or_create(
        council=council, kind="executive", name=f"UBND {council.short_name}"
    )
    return found


def field(code: str = "domestic_water") -> Field:
    return Field.objects.get(code=code)


def question_values(council: Council, **fields: Any) -> dict[str, Any]:
    """Values of a question in writing between two sessions; fields override."""
    usual = {
        "text": "Vì sao công trình nước sinh hoạt thôn 1 chưa hoạt động",
        "field": field(),
        "venue": "between",
        "asked_on": ASKED,
        "asked_by": "Trần Thị Mẫu",
        "body": executive(council),
        "answer_manner": "written",
    }
    return {**usual, **fields}


def make_question(council: Council, by: User, **fields: Any) -> Question:
    values = question_values(council, **fields)
    return records.add(questions, council=council, values=values, by=by, at=NOW)  # type: ignore[return-value]


def make_co_asker(question: Question, mandate: Any, by: User) -> CoAsker:
    values = {"question": question, "mandate": mandate}
    return records.add(co_askers, council=question.council, values=values, by=by, at=NOW)  # type: ignore[return-value]


def make_question_time(council: Council, by: User, **fields: Any) -> QuestionTime:
    values = {"venue": "standing", "held_on": ASKED, "minutes": 120, "speakers": 6, **fields}
    return records.add(question_times, council=council, values=values, by=by, at=NOW)  # type: ignore[return-value]


def make_hearing(council: Council, by: User, **fields: Any) -> Hearing:
    usual = {"term": council.terms.get(), "ordinal": 2, "held_on": HELD, "place": "Phòng họp"}
    return records.add(hearings, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def make_matter(hearing: Hearing, by: User, **fields: Any) -> HearingMatter:
    usual = {
        "hearing": hearing,
        "text": "Việc chuyển nguồn ngân sách",
        "field": field("budget"),
        "body": executive(hearing.council),
    }
    return records.add(matters, council=hearing.council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]
