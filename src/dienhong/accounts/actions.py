"""What a person may do with an account: the only writers, each with its entry in the journal."""

from datetime import datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import journal


@transaction.atomic
def choose_password(*, user: User, password: str, by: User, at: datetime) -> None:
    """Set a password that its owner chose; a first password given by an administrator has then done its work."""
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    journal.append(council_id=None, by=by, verb="đổi mật khẩu", record=user, at=at)


@transaction.atomic
def change_profile(*, user: User, full_name: str, email: str, by: User, at: datetime) -> None:
    """Write name and e-mail address; the journal keeps the old ones."""
    old = User.objects.select_for_update().get(pk=user.pk)
    told = {"full_name": [old.full_name, full_name], "email": [old.email, email]}
    changes = {field: pair for field, pair in told.items() if pair[0] != pair[1]}
    if not changes:
        return
    user.full_name, user.email = full_name, email
    user.save(update_fields=["full_name", "email"])
    journal.append(council_id=None, by=by, verb="sửa hồ sơ", record=user, at=at, changes=changes)
