from datetime import date

import pytest
from django.db import transaction

from dienhong.rulebook import current
from dienhong.rulebook.load import ensure_fields
from dienhong.rulebook.models import Field, Holiday, Revision, RuleOverride
from dienhong.rulebook.presets import preset_calendar, preset_fields
from tests.small_country import TODAY, Country

CODE = "paper.to_delegates"


def override(country: Country, value: str) -> RuleOverride:
    return RuleOverride.objects.create(
        code=CODE,
        value=value,
        unit="calendar_days",
        basis="Quy chế",
        in_force_from=date(2026, 1, 1),
        reason="thử",
        author=country.upper,
    )


def test_the_migration_brought_the_catalogue_of_fields(db: None) -> None:
    assert [field.code for field in current.fields()] == [field.code for field in preset_fields()]
    assert ensure_fields(Field) == 0


def test_a_renamed_field_is_not_brought_back(db: None) -> None:
    Field.objects.filter(code="land").update(name="Đất")
    Field.objects.filter(code="health").delete()
    assert ensure_fields(Field) == 1
    assert Field.objects.get(code="land").name == "Đất"


def test_what_is_kept_costs_one_look_at_the_revision(db: None, django_assert_num_queries: object) -> None:
    current.rulebook()
    with django_assert_num_queries(1):  # type: ignore[operator]
        current.rulebook()


def test_a_row_of_another_process_is_seen(country: Country) -> None:
    assert current.rulebook().on(TODAY)[CODE].value == 5
    row = override(country, "7")
    assert current.rulebook().on(TODAY)[CODE].value == 7
    row.value = "9"
    row.save()
    assert current.rulebook().on(TODAY)[CODE].value == 9


@pytest.mark.django_db(transaction=True)
def test_a_change_that_was_rolled_back_is_forgotten() -> None:
    before = current.calendar()
    try:
        with transaction.atomic():
            Holiday.objects.create(day=TODAY, kind="holiday", name="Ngày nghỉ")
            assert current.calendar().day_off(TODAY) == "Ngày nghỉ"
            raise KeyError
    except KeyError:
        pass
    assert current.calendar().is_working_day(TODAY)
    assert current.calendar().days == before.days == preset_calendar().days


def test_a_rule_that_the_presets_no_longer_know_hurts_nobody(country: Country) -> None:
    row = override(country, "7")
    RuleOverride.objects.filter(pk=row.pk).update(code="rule.of_an_older_version")
    Revision.renew()
    assert current.rulebook().on(TODAY)[CODE].value == 5


def test_rows_say_what_they_are(country: Country) -> None:
    assert str(override(country, "7")) == f"{CODE}: 7 ngày"
    assert str(Holiday(day=TODAY, kind="ordinary")) == "20/11/2026: ngày bình thường"
    assert str(Revision(token="a")) == "a"
    assert str(Field(name="Đất đai")) == "Đất đai"
