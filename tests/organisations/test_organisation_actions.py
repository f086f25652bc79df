from datetime import date
from typing import Any

import pytest

from dienhong.audit.models import Entry
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.actions.organisations import (
    add_organisation,
    change_organisation,
    end_organisation,
)
from dienhong.organisations.models import Organisation
from tests.small_country import NOON, REFORM, Country, organisation

NEW: dict[str, Any] = {
    "kind": "department",
    "name": "Phòng Kinh tế xã Tân Mẫu",
    "short_name": "Phòng Kinh tế",
    "established_on": REFORM,
}
DAY = date(2026, 12, 1)


def test_an_organisation_is_added_renamed_and_ended_with_its_successor(country: Country) -> None:
    act: dict[str, Any] = {"by": country.local, "at": NOON}
    old = add_organisation(council=country.commune, values=NEW, **act)
    heir = organisation(country.commune, "Phòng Kinh tế - Hạ tầng")
    change_organisation(old, values={**NEW, "short_name": "P. Kinh tế"}, expected_version=1, **act)
    end_organisation(old, on=DAY, successors=[heir], reason="Đề án 02", expected_version=2, **act)
    old.refresh_from_db()
    assert (old.dissolved_on, list(old.successors.all())) == (DAY, [heir])
    assert old not in Organisation.objects.on(DAY)
    assert [e.verb for e in Entry.objects.filter(council_id=country.commune.pk).order_by("sequence")] == [
        "Thêm cơ quan, tổ chức",
        "Sửa cơ quan, tổ chức",
        "Kết thúc cơ quan, tổ chức",
        "Ghi cơ quan kế thừa",
    ]


def test_an_organisation_may_end_without_a_successor(country: Country) -> None:
    old = organisation(country.commune, "Tổ công tác")
    end_organisation(
        old, on=DAY, successors=[], reason="xong việc", expected_version=1, by=country.upper, at=NOON
    )
    assert Entry.objects.count() == 1


def test_a_successor_of_another_area_is_refused(country: Country) -> None:
    old, stranger = organisation(country.commune, "Phòng A"), organisation(country.sister, "Phòng B")
    act: dict[str, Any] = {"reason": " ", "expected_version": 1, "by": country.local, "at": NOON}
    with pytest.raises(Refused) as refusal:
        end_organisation(old, on=REFORM, successors=[stranger], **act)
    assert {v.code for v in refusal.value.violations} == {
        "reason",
        "organisation.before_start",
        "organisation.other_area",
    }


def test_two_living_organisations_share_no_name(country: Country) -> None:
    add_organisation(council=country.commune, values=NEW, by=country.local, at=NOON)
    with pytest.raises(Refused, match="mang tên này"):
        add_organisation(council=country.commune, values=NEW, by=country.local, at=NOON)
    add_organisation(council=country.sister, values=NEW, by=country.upper, at=NOON)


def test_the_second_of_two_editors_is_told(country: Country) -> None:
    old = organisation(country.commune, "Phòng A")
    act: dict[str, Any] = {"expected_version": 1, "by": country.local, "at": NOON}
    change_organisation(old, values={"name": "Phòng B"}, **act)
    with pytest.raises(Changed):
        change_organisation(old, values={"name": "Phòng C"}, **act)


def test_only_an_administrator_of_the_council_writes(country: Country) -> None:
    old = organisation(country.commune, "Phòng A")
    act: dict[str, Any] = {"expected_version": 1, "at": NOON}
    for by in (country.clerk, country.stranger):
        with pytest.raises(NotAllowed):
            add_organisation(council=country.commune, values=NEW, by=by, at=NOON)
        with pytest.raises(NotAllowed):
            change_organisation(old, values=NEW, by=by, **act)
        with pytest.raises(NotAllowed):
            end_organisation(old, on=DAY, successors=[], reason="r", by=by, **act)
    with pytest.raises(NotAllowed):
        add_organisation(council=country.sister, values=NEW, by=country.local, at=NOON)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("begun", [None, date(2026, 11, 30), DAY, date(2026, 12, 2)])
@pytest.mark.parametrize("ended", [None, DAY, date(2026, 12, 3)])
def test_a_body_existed_on_the_days_on_which_it_is_found(
    country: Country, begun: date | None, ended: date | None
) -> None:
    body = organisation(country.commune, "Phòng Y tế")
    Organisation.objects.filter(pk=body.pk).update(established_on=begun)
    if ended and (begun is None or begun < ended):
        Organisation.objects.filter(pk=body.pk).update(dissolved_on=ended)
    body.refresh_from_db()
    assert body.existed_on(DAY) == Organisation.objects.on(DAY).filter(pk=body.pk).exists()
