"""A question with somebody who asks along, a question time, and a hearing that was held, with its matter."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate
from dienhong.questioning.register import hearings
from dienhong.registers import actions

from ..factories import NOW
from .factories import make_co_asker, make_hearing, make_matter, make_question, make_question_time

RECORDS = {
    "questions": "CHV-2023-001",
    "co_askers": "CCV-2023-001",
    "question_times": "PCV-2023-001",
    "hearings": "GT-2023-001",
    "hearing_matters": "NGT-2023-001",
}
STEPS = {"questions": "withdraw", "hearings": "put_off"}
DEEDS = {"questions": "answer", "hearings": "conclude"}


def furnish(council: Council, by: User) -> None:
    question = make_question(council, by)
    make_co_asker(question, Mandate.objects.get(council=council), by)
    make_question_time(council, by)
    hearing = make_hearing(council, by)
    make_matter(hearing, by)
    actions.move(hearings, hearing, step="hold", expected_version=1, by=by, at=NOW)
