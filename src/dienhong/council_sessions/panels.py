"""What stands on a session's page beside its own fields and parts: late papers by body, and what others say of it."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.queries import Lateness, lateness_by_body
from dienhong.registers.declaration import Fact, Panel
from dienhong.vietnamese.numerals import format_count


def panels(session: CouncilSession, user: User) -> Iterable[Panel]:
    """Modules above add theirs by ``settings.SESSION_PANELS``: the liaison meeting, the round of voter meetings."""
    late = [one for one in lateness_by_body(session, user, timezone.localdate()) if one.late]
    if late:
        yield Panel("Tài liệu chậm theo cơ quan", tuple(_told(one) for one in late))
    for path in settings.SESSION_PANELS:
        yield from import_string(path)(session, user)


def _told(lateness: Lateness) -> Fact:
    of, late = format_count(lateness.papers), format_count(lateness.late)
    return Fact(lateness.body, f"{late}/{of} tài liệu chậm", f"Chậm nhất {format_count(lateness.most)} ngày.")
