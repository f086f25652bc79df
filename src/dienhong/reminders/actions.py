"""Reminding people, once a day and never twice of the same; and the secret addresses of their calendars."""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.organisations.models import RoleGrant
from dienhong.reminders.gathering import DueThing, news_of
from dienhong.reminders.letters import send
from dienhong.reminders.models import CalendarFeed, Digest, Reminder

log = logging.getLogger(__name__)

Sender = Callable[[Digest], bool]


@dataclass(frozen=True)
class Reminded:
    """How many people were reminded of how many things, and how many letters went out."""

    people: int
    things: int
    letters: int


def remind(*, on: date, at: datetime, sender: Sender = send) -> Reminded:
    """One digest for everybody who has news and none of this day yet, then the letters that have not gone out."""
    digests = [digest for user in _people(on) if (digest := make_digest(user, on=on, at=at))]
    things = Reminder.objects.filter(digest__in=[digest.pk for digest in digests]).count()
    return Reminded(len(digests), things, _send_waiting(on, at, sender))


def _people(on: date) -> Iterator[User]:
    """Active accounts with a role on the day."""
    holders = RoleGrant.objects.on(on).values("user")
    yield from User.objects.filter(pk__in=holders, is_active=True).order_by("pk")


@transaction.atomic
def make_digest(user: User, *, on: date, at: datetime) -> Digest | None:
    """What is new for the person; None where there is nothing, or the day has its digest already."""
    news = news_of(user, on)
    if not news:
        return None
    digest, fresh = Digest.objects.get_or_create(user=user, on=on, defaults={"made_at": at})
    if not fresh:
        return None
    Reminder.objects.bulk_create(_reminder(digest, thing) for thing in news)
    return digest


def _reminder(digest: Digest, thing: DueThing) -> Reminder:
    return Reminder(
        digest=digest,
        user=digest.user,
        council_id=thing.record.council_id,
        register=thing.register.code,
        record_id=thing.record.pk,
        code=thing.record.code,
        what=thing.what[:300],
        due_on=thing.due_on,
        stage=thing.stage,
    )


def _send_waiting(on: date, at: datetime, sender: Sender) -> int:
    """Letters of the day that have not gone out; one that fails is tried again by the next run."""
    waiting = Digest.objects.filter(on=on, sent_at=None).exclude(user__email="").select_related("user")
    return sum(_send_once(digest, at, sender) for digest in waiting.order_by("pk"))


def _send_once(digest: Digest, at: datetime, sender: Sender) -> bool:
    """Claimed before it is sent: of two runs at once only one sends it."""
    if not Digest.objects.filter(pk=digest.pk, sent_at=None).update(sent_at=at):
        return False
    try:
        return sender(digest)
    except OSError:
        log.exception("the reminder of %s could not be sent", digest.user_id)
        Digest.objects.filter(pk=digest.pk).update(sent_at=None)
        return False


@transaction.atomic
def open_feed(*, by: User, at: datetime) -> str:
    """A new secret address of the user's own calendar; the one before it ends. The secret is told this once."""
    _end_feeds(by, at)
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed(user=by, token_hash=hash_of(secret), made_at=at)
    acts.create(feed, council_id=None, by=by, at=at, verb="Lập địa chỉ lịch")
    return secret


@transaction.atomic
def end_feed(*, by: User, at: datetime) -> None:
    """Whoever has the address reads nothing from now on."""
    _end_feeds(by, at)


def _end_feeds(user: User, at: datetime) -> None:
    for feed in CalendarFeed.objects.select_for_update().filter(user=user, ended_at=None):
        acts.update(
            feed,
            {"ended_at": at},
            expected_version=feed.version,
            council_id=None,
            by=user,
            at=at,
            verb="Thôi dùng địa chỉ lịch",
        )


def hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
