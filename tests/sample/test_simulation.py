"""The invented country is one that actions could have left behind, and is the same for the same seed."""

from __future__ import annotations

from copy import copy
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest
from django.db import models

from dienhong.accounts.models import User
from dienhong.audit.acts import shape_violations
from dienhong.audit.journal import verify
from dienhong.followup.models import Progress, Undertaking
from dienhong.followup.standing import status_on
from dienhong.followup.states import WORKFLOW, Status, Step
from dienhong.indicators.declaration import all_indicators
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.kernel.errors import Refused
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.people.register import mandates
from dienhong.reception.checks import letter_violations
from dienhong.reception.register import letters
from dienhong.registers import actions
from dienhong.registers.declaration import Register, all_registers
from dienhong.registers.quality import Inspection, all_checks, inspect
from dienhong.sample.simulation.country import Plan, invented_units, share_of, simulate
from dienhong.sample.simulation.house import Years
from dienhong.voters.register import petitions

pytestmark = pytest.mark.django_db

AT = datetime(2026, 1, 15, 2, 0, tzinfo=UTC)
TODAY = date(2026, 1, 15)
SHARE = 0.0008


def country(seed: int = 7, years: int = 1) -> dict[str, int]:
    """A province and three communes."""
    plan = Plan(share_of(invented_units(), SHARE), Years.of(years), seed)
    return simulate(plan, by=User.objects.operator(), at=AT, told=lambda done, whole: None)


def stored(register: Register) -> list[Any]:
    related = [f.name for f in register.model._meta.concrete_fields if f.is_relation]
    return list(register.objects.select_related(*related).order_by("pk"))


def sampled(register: Register) -> list[Any]:
    """Every record where there are few, else each seventeenth: they come from the same lines of code."""
    rows = stored(register)
    return rows if len(rows) < 250 else rows[::17]


def test_every_record_is_as_its_model_and_register_would_have_it() -> None:
    country(years=2)
    wrong = []
    for register in all_registers():
        for record in sampled(register):
            wrong += [f"{register.code} {record.code}: {found}" for found in faults(register, record)]
    assert wrong == []


def faults(register: Register, record: Any) -> list[str]:
    derived = copy(record)
    derived.derive()
    found = [
        f"{field.name} is not derived"
        for field in record._meta.concrete_fields
        if getattr(record, field.attname) != getattr(derived, field.attname)
    ]
    found += [str(violation) for violation in shape_violations(record)]
    check = letter_violations if register is letters else register.check
    if register is mandates:  # its check asks whether a seat is free for one more
        check = without("mandate.no_seat", check)
    return found + [str(violation) for violation in check(record, TODAY) if violation]


def without(code: str, check: Any) -> Any:
    return lambda record, today: (found for found in check(record, today) if found and found.code != code)


def test_nothing_looks_odd_and_the_journal_is_whole() -> None:
    country()
    councils = list(Council.objects.values_list("pk", flat=True))
    found = inspect(list(all_checks()), Inspection(councils, User.objects.operator(), TODAY), most=3)
    assert {oddity.check.code: oddity.records for oddity in found if oddity.count} == {}
    assert list(verify()) == []


def test_every_indicator_has_something_to_count() -> None:
    country()
    scope = Scope(
        list(Council.objects.select_related("unit").in_order()), Period.year(2025), User.objects.operator()
    )
    nothing = {code for code, figure in evaluate(all_indicators(), scope).items() if not figure.total}
    assert nothing == set()


def test_undertakings_went_only_where_the_table_lets_them() -> None:
    country()
    for undertaking in Undertaking.objects.order_by("pk")[::7]:
        lines = list(undertaking.history.order_by("pk"))
        assert lines[0].step == Step.ASSIGN and lines[0].status == Status.ASSIGNED
        for before, line in pairwise(lines):
            assert before.until_on == line.on >= before.on
            if line.step in {Step.ASK_EXTENSION, Step.EXTEND}:
                assert line.status == before.status
            else:
                assert WORKFLOW.violation(line.step, before.status, line.text) is None
                assert line.status == WORKFLOW.transition(line.step).target
        last = lines[-1]
        assert last.until_on is None
        assert (last.status, last.due_on) == (undertaking.status, undertaking.due_on)
        assert undertaking.assignments.get(leads=True).state == undertaking.status
        assert undertaking.version == len(lines)
        assert status_on(undertaking, TODAY) == undertaking.status


def test_the_same_seed_makes_the_same_country() -> None:
    def made(seed: int) -> Any:
        with rolled_back():
            return country(seed), list(
                Progress.objects.order_by("pk").values_list("step", "on", "text")[:500]
            )

    assert made(1) == made(1)
    assert made(1) != made(2)


class rolled_back:  # noqa: N801 - reads as what it does
    def __enter__(self) -> None:
        from django.db import transaction

        self.atomic = transaction.atomic()
        self.atomic.__enter__()

    def __exit__(self, *raised: Any) -> None:
        from django.db import transaction

        transaction.set_rollback(True)
        self.atomic.__exit__(*raised)


def test_it_is_refused_where_councils_are() -> None:
    country()
    with pytest.raises(Refused, match="chưa có Hội đồng nào"):
        country()


def test_what_is_recorded_next_goes_on_with_codes_and_keys() -> None:
    country()
    council = Council.objects.order_by("pk")[0]
    last = stored(petitions)[-1]
    numbers = [
        int(code.rsplit("-", 1)[1])
        for code in petitions.objects.filter(council=council, counts_on__year=2025).values_list(
            "code", flat=True
        )
    ]
    values = {
        "text": "Kiến nghị mới ghi",
        "field": last.field,
        "source": "letter",
        "received_on": date(2025, 12, 30),
    }
    added = actions.add(petitions, council=council, values=values, by=User.objects.operator(), at=AT)
    assert added.code == f"KN-2025-{max(numbers) + 1:03d}"
    assert added.pk == last.pk + 1


def test_a_share_keeps_whole_provinces() -> None:
    rows = invented_units()
    assert len([row for row in rows if row.parent_code]) == 3321
    assert len({row.code for row in rows}) == len(rows)
    tenth = share_of(rows, 0.1)
    assert len([row for row in tenth if not row.parent_code]) == 3
    assert len([row for row in tenth if row.parent_code]) in range(280, 335)


def test_foreign_keys_and_indexes_are_back() -> None:
    from django.db import connection

    def kept() -> dict[str, Any]:
        with connection.cursor() as cursor:
            return {
                model._meta.db_table: connection.introspection.get_constraints(cursor, model._meta.db_table)
                for model in (Undertaking, Progress, petitions.model)
            }

    before = kept()
    country()
    assert kept() == before


def test_only_sealed_words_of_a_denunciation() -> None:
    country()
    secret = models.Q(kind="denunciation")
    assert (
        letters.objects.filter(secret).exclude(sealed="").count()
        == letters.objects.filter(secret).count()
        > 0
    )
