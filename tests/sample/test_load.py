"""The sample: everybody a "Đại biểu mẫu", no change the second time, a fault told with its row."""

from __future__ import annotations

import pytest

from dienhong.accounts.models import User
from dienhong.audit.journal import verify
from dienhong.audit.models import Entry
from dienhong.organisations.models import Council
from dienhong.sample.load import load_sample
from dienhong.sample.workbooks import SampleRefused, load_workbooks

from ..factories import NOW
from .conftest import LATER

pytestmark = pytest.mark.django_db


def test_everybody_is_a_sample(passwords: dict[str, str]) -> None:
    people = User.objects.filter(is_operator=False)
    assert all(user.full_name.startswith("Đại biểu mẫu ") for user in people)
    assert set(passwords) == {user.username for user in people}
    assert all(user.check_password(passwords[user.username]) for user in people)
    assert all(Council.objects.values_list("is_sample", flat=True))


def test_a_second_load_changes_nothing(passwords: dict[str, str]) -> None:
    before = Entry.objects.count()
    assert load_sample(by=User.objects.operator(), at=NOW, password=lambda: "khac") == {}
    assert Entry.objects.count() == before and list(verify()) == []


def test_a_fault_of_the_sample_is_told_with_its_row(passwords: dict[str, str]) -> None:
    commune = Council.objects.get(slug="ngoc-tu")
    with pytest.raises(SampleRefused, match="ngoc-tu, Điểm tiếp xúc cử tri, dòng"):
        list(
            load_workbooks([commune], by=User.objects.operator(), at=LATER)
        )  # the district's rounds are not in
