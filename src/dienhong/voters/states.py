"""Kinds of rounds, sources and competence of petitions, and what a petition's undertaking makes of it."""

from django.db import models

from dienhong.followup.states import Status


class RoundKind(models.TextChoices):
    """Joint resolution 525/2012/NQLT, then 72/2025/NQLT: before and after regular sessions, by theme, by group."""

    BEFORE_SESSION = "before_session", "trước kỳ họp"
    AFTER_SESSION = "after_session", "sau kỳ họp"
    THEMATIC = "thematic", "chuyên đề"
    OTHER = "other", "khác"


class Source(models.TextChoices):
    MEETING = "meeting", "cuộc tiếp xúc cử tri"
    LETTER = "letter", "đơn, thư"
    PORTAL = "portal", "cổng thông tin"


class Competence(models.TextChoices):
    """Whose to settle, seen from the council that received it."""

    OWN = "own", "cấp mình"
    ABOVE = "above", "cấp trên"
    BELOW = "below", "cấp dưới"
    CENTRE = "centre", "Trung ương"


class PetitionStatus(models.TextChoices):
    """Follows from the undertaking and is never typed; resolved only once the council has assessed the answer."""

    RESOLVED = "resolved", "đã giải quyết"
    IN_PROGRESS = "in_progress", "đang giải quyết"
    UNRESOLVED = "unresolved", "chưa giải quyết được, có lý do"


STATUS_OF = {
    Status.CONFIRMED: PetitionStatus.RESOLVED,
    Status.CLOSED: PetitionStatus.UNRESOLVED,
}
"""Anything else is in progress, and so is what has not been forwarded."""


def petition_status(undertaking_status: str | None) -> PetitionStatus:
    """What a petition is when its undertaking stands so (None: not forwarded yet)."""
    return STATUS_OF.get(undertaking_status, PetitionStatus.IN_PROGRESS)  # type: ignore[call-overload, no-any-return]
