"""Who signs in. What a user may do is not here: it comes from dated roles (``organisations``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from dienhong.audit.models import Versioned
from dienhong.vietnamese.collation import person_sort_key
from dienhong.vietnamese.text import fold

OPERATOR = "he-thong"


class UserQuerySet(models.QuerySet["User"]):
    def matching(self, text: str) -> UserQuerySet:
        """Those whose name, user name or address holds every word of ``text``, whatever its diacritics."""
        return self.filter(*(models.Q(folded__contains=word) for word in fold(text).split()))

    def in_order(self) -> UserQuerySet:
        """By given name, as Vietnamese lists have people."""
        return self.order_by("sort_key", "pk")


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> User:
        """A user who can sign in with ``password``; without one, nobody can until a password is set."""
        user = self.model(username=username, **fields)
        user.email = self.normalize_email(user.email)
        user.set_password(password)
        user.save(using=self._db)
        return user

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """Lower case throughout: sign-in by e-mail looks up the lower-case address."""
        return (email or "").strip().lower()

    def operator(self) -> User:
        """The system operator in whose name commands act: every council, nothing confidential, no sign-in."""
        user, created = self.get_or_create(
            username=OPERATOR, defaults={"full_name": "Hệ thống", "is_active": False, "is_operator": True}
        )
        if created:
            user.set_unusable_password()
            user.save(update_fields=["password"])
        return user


class User(AbstractBaseUser, Versioned):
    """A person's account. Deactivated, never deleted: the audit names it."""

    UNTOLD = frozenset({"password", "last_login"})

    username = models.CharField(
        "tên đăng nhập",
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": "Tên đăng nhập này đã có người dùng."},
    )
    email = models.EmailField("thư điện tử", blank=True)
    full_name = models.CharField("họ và tên", max_length=120)
    is_active = models.BooleanField("đang dùng", default=True)
    is_operator = models.BooleanField(default=False, editable=False)
    must_change_password = models.BooleanField("phải đổi mật khẩu khi đăng nhập", default=False)
    date_joined = models.DateTimeField("ngày tạo", default=timezone.now, editable=False)

    sort_key = models.BinaryField(editable=False, max_length=800, default=b"")
    folded = models.CharField(editable=False, max_length=400, blank=True)

    objects = UserManager.from_queryset(UserQuerySet)()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        verbose_name = "người dùng"
        verbose_name_plural = "người dùng"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_once",
                condition=~models.Q(email=""),
                violation_error_message="Địa chỉ thư điện tử này đã có tài khoản khác dùng.",
            )
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Lists sort by given name and find without diacritics, whoever wrote the name."""
        self.sort_key = person_sort_key(self.full_name)
        self.folded = fold(f"{self.full_name} {self.username} {self.email}")
        if update_fields is not None:
            update_fields = {*update_fields, "sort_key", "folded"}
        super().save(*args, update_fields=update_fields, **kwargs)
