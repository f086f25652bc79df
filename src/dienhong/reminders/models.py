"""What people were reminded of, and the secret addresses of their calendars."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dienhong.audit.models import Versioned
from dienhong.organisations.models import Council
from dienhong.reminders.stages import Stage
from dienhong.vietnamese.dates import format_date


class Digest(models.Model):
    """Everything that a person is reminded of on a day, in one; it is sent once, where the person has an address."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="digests")
    on = models.DateField("ngày")
    made_at = models.DateTimeField("lập lúc")
    sent_at = models.DateTimeField("gửi lúc", null=True)

    class Meta:
        verbose_name = "nhắc việc trong ngày"
        verbose_name_plural = "nhắc việc trong ngày"
        constraints = [models.UniqueConstraint(fields=["user", "on"], name="reminders_one_digest_a_day")]

    def __str__(self) -> str:
        return f"Nhắc việc ngày {format_date(self.on)}"


class Reminder(models.Model):
    """One thing of a digest: what is due when, and in which stage it stood; never twice for the same."""

    digest = models.ForeignKey(Digest, models.PROTECT, related_name="reminders")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    council = models.ForeignKey(Council, models.PROTECT, related_name="+")
    register = models.CharField("sổ", max_length=40)
    record_id = models.BigIntegerField()
    code = models.CharField("mã", max_length=24)
    what = models.CharField("việc", max_length=300)
    due_on = models.DateField("hạn")
    stage = models.CharField("lần nhắc", max_length=4, choices=Stage)

    class Meta:
        verbose_name = "nhắc việc"
        verbose_name_plural = "nhắc việc"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "register", "record_id", "due_on", "stage"], name="reminders_never_twice"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what}: {format_date(self.due_on)}"


class CalendarFeed(Versioned):
    """The secret address at which a person's calendar programme reads; only its hash is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField("lập lúc")
    ended_at = models.DateTimeField("thôi dùng lúc", null=True, blank=True)

    class Meta:
        verbose_name = "địa chỉ lịch"
        verbose_name_plural = "địa chỉ lịch"
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(ended_at=None), name="reminders_one_feed_at_a_time"
            )
        ]

    UNTOLD = frozenset({"token_hash"})

    def __str__(self) -> str:
        return f"Địa chỉ lịch của {self.user}"
