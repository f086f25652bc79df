from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from dienhong.accounts.actions import change_profile, choose_password
from dienhong.accounts.models import User
from dienhong.audit import journal
from dienhong.audit.models import Entry

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture
def user(db: None) -> User:
    return User.objects.create_user("ten", "mat khau dai", full_name="Đại biểu mẫu 01", email=" A@Vidu.VN ")


def test_addresses_are_kept_in_lower_case_because_sign_in_looks_them_up_so(user: User) -> None:
    assert user.email == "a@vidu.vn"


def test_two_accounts_do_not_share_an_address_in_any_case(user: User) -> None:
    with pytest.raises(ValidationError, match="Địa chỉ thư điện tử này đã có tài khoản khác dùng"):
        User(username="khac", full_name="Đại biểu mẫu 02", email="A@VIDU.vn").validate_constraints()


def test_a_chosen_password_ends_the_first_one_and_is_told_without_itself(user: User) -> None:
    User.objects.update(must_change_password=True)
    choose_password(user=user, password="sông dài cá lội", by=user, at=NOW)
    kept = User.objects.get()
    assert kept.check_password("sông dài cá lội")
    assert not kept.must_change_password
    entry = Entry.objects.of_record(user).get()
    assert (entry.verb, entry.changes, entry.at) == ("đổi mật khẩu", {}, NOW)


def test_a_changed_profile_keeps_the_old_words_in_the_journal(user: User) -> None:
    change_profile(user=user, full_name="Đại biểu mẫu 01", email="b@vidu.vn", by=user, at=NOW)
    assert User.objects.get().email == "b@vidu.vn"
    assert Entry.objects.of_record(user).get().changes == {"email": ["a@vidu.vn", "b@vidu.vn"]}
    assert list(journal.verify()) == []


def test_a_profile_that_stays_the_same_leaves_no_trace(user: User) -> None:
    change_profile(user=user, full_name=user.full_name, email=user.email, by=user, at=NOW)
    assert not Entry.objects.exists()
