"""Which bodies may ask and be asked, and at which meetings."""

from __future__ import annotations

from typing import Any

from dienhong.meetings.models import Meeting
from dienhong.meetings.states import STANDING_KINDS
from dienhong.organisations.kinds import OrganisationKind as Kind
from dienhong.organisations.models import Council, Organisation

ANSWERING = (
    Kind.EXECUTIVE,
    Kind.DEPARTMENT,
    Kind.COURT,
    Kind.PROCURACY,
    Kind.ENFORCEMENT,
    Kind.POLICE,
    Kind.MILITARY,
    Kind.OTHER,
)
"""The executive and its departments, courts, procuracies and what else answers to the council; not its own bodies,
nor the front and the party (Law 87/2015/QH13, art. 2)."""

NOT_ANSWERING = (
    "Chỉ chất vấn, yêu cầu giải trình UBND, cơ quan chuyên môn, Tòa án, Viện kiểm sát và cơ quan liên quan."
)


def answering(council: Council) -> Any:
    """Bodies from which the council may demand an answer."""
    return Organisation.objects.filter(council=council, kind__in=ANSWERING).order_by("sort_key", "pk")


def groups(council: Council) -> Any:
    return Organisation.objects.filter(council=council, kind=Kind.DELEGATE_GROUP).order_by("number", "pk")


def of_standing_committee(council: Council) -> Any:
    """Meetings of the standing committee, the latest first."""
    found = Meeting.objects.counted().filter(council=council, kind__in=STANDING_KINDS)
    return found.select_related("session", "body").order_by("-held_on", "pk")
