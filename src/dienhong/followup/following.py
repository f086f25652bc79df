"""What the page of a followed record says of its undertakings, for the declarations of registers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.followup.models import Followed, Undertaking
from dienhong.followup.standing import shown
from dienhong.registers.declaration import Fact, Link, Panel

ASSIGN = "giao-viec"
"""Below a followed record's address: the page that gives a body something to do."""


def links(record: Followed, user: User, today: date) -> Iterable[Link]:
    """The button that gives a body something to do."""
    yield Link("Giao việc phải theo dõi", ASSIGN)


def panel(record: Followed, user: User) -> Panel:
    """What follows from the record: who does it, what, and how it stands today."""
    today = timezone.localdate()
    facts = tuple(_fact(undertaking, today) for undertaking in undertakings_of(record, user))
    return Panel("Việc phải theo dõi", facts, "Chưa giao việc nào từ đây.")


def panels(record: Followed, user: User) -> Iterable[Panel]:
    """What follows from the record, and which overdue matters were brought before it, where there are any."""
    yield panel(record, user)
    if brought := tuple(_brought(record, user)):
        yield Panel("Việc quá hạn được đưa ra đây", brought)


def _brought(record: Followed, user: User) -> Iterable[Fact]:
    """Matters that were escalated to this hearing, question or oversight."""
    if record.origin_id is None:
        return
    visible = Undertaking.objects.visible_to(user).counted().filter(escalations__happened_in=record.origin_id)
    today = timezone.localdate()
    for undertaking in visible.select_related("lead", "council").order_by("due_on", "pk").distinct():
        yield _fact(undertaking, today)


def escalated_panels(record: Followed, user: User) -> Iterable[Panel]:
    """What went overdue elsewhere and was brought here, where there is any: what, whose, how it stands today."""
    today = timezone.localdate()
    facts = tuple(_fact(undertaking, today) for undertaking in escalated_to(record, user))
    if facts:
        yield Panel("Đôn đốc việc quá hạn", facts)


def escalated_to(record: Followed, user: User) -> Iterable[Undertaking]:
    """Overdue undertakings whose escalation happened in the record, as the user may see them."""
    if record.origin_id is None:
        return ()
    visible = Undertaking.objects.visible_to(user).counted().filter(escalations__happened_in=record.origin_id)
    return visible.select_related("lead", "council").order_by("due_on", "pk").distinct()


def undertakings_of(record: Followed, user: User) -> Iterable[Undertaking]:
    """The undertakings that follow from the record, as the user may see them, in the order of their assignment."""
    if record.origin_id is None:
        return ()
    visible = Undertaking.objects.visible_to(user).counted().filter(origin=record.origin_id)
    return visible.select_related("lead", "council").order_by("assigned_on", "pk")


def with_undertakings(records: Any) -> Any:
    """Rows of a list with what follows from each, for columns that tell of it: ``Register.fetched``."""
    undertakings = Undertaking.objects.counted().select_related("lead")
    return records.select_related("origin").prefetch_related(
        Prefetch("origin__undertakings", queryset=undertakings)
    )


def _fact(undertaking: Undertaking, today: date) -> Fact:
    _, word = shown(undertaking, today)
    return Fact(str(undertaking.lead), undertaking.title, word, undertaking)
