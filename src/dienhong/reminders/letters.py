"""The letter of a digest: what is overdue first, then what is due, each with the address of its record."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from dienhong.reminders.models import Digest, Reminder
from dienhong.reminders.stages import Stage
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count

MOST = 40
"""Lines of a letter; the page of reminders shows all."""


def send(digest: Digest) -> bool:
    """Raises OSError where the mail server cannot be reached or refuses."""
    message = EmailMessage(subject_of(digest), "\n".join(_lines(digest)), to=[digest.user.email])
    return bool(message.send())


def subject_of(digest: Digest) -> str:
    count = digest.reminders.count()
    return f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{format_count(count)} việc cần chú ý, ngày {format_date(digest.on)}"


def _lines(digest: Digest) -> Iterator[str]:
    yield f"Kính gửi {digest.user},"
    reminders = list(digest.reminders.select_related("council").order_by("due_on", "pk"))
    for stage in reversed(Stage):
        of_stage = [reminder for reminder in reminders[:MOST] if reminder.stage == stage]
        if of_stage:
            yield f"\n{_heading(stage)}"
            yield from (_line(reminder) for reminder in of_stage)
    if len(reminders) > MOST:
        yield f"\nCòn {format_count(len(reminders) - MOST)} việc khác, xem tại {address_of(reverse('reminders'))}"
    yield "\nThư này do hệ thống gửi, mỗi ngày nhiều nhất một thư; mỗi việc chỉ nhắc một lần ở mỗi mốc."


def _heading(stage: Stage) -> str:
    return "Đã quá hạn:" if stage == Stage.PAST else f"{str(stage.label).capitalize()}:"


def _line(reminder: Reminder) -> str:
    where = f"{reminder.council.short_name}, {reminder.code}"
    return f"- {reminder.what} (hạn {format_date(reminder.due_on)}; {where}) {address_of(path_of(reminder))}"


def path_of(reminder: Reminder) -> str:
    """Where the record of a reminder is read."""
    return reverse(f"{reminder.register}-record", args=[reminder.council.slug, reminder.code])


def address_of(path: str) -> str:
    """A whole address where the installation knows its own (``SITE_ADDRESS``), else the path alone."""
    return f"{settings.SITE_ADDRESS}{path}"
