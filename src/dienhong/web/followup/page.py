"""An undertaking as one user sees it: found through its one door, with the paper that a clerk has to cite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.followup.actions import Happened, kept, record_document
from dienhong.followup.models import Assignment, Followed, IncomingDocument, Origin, Undertaking
from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import all_registers
from dienhong.web.councils import user_of
from dienhong.web.registers.page import record_address


def origin_address(origin: Origin) -> str:
    """The page of what an undertaking follows from; empty where no register holds it."""
    for register in all_registers():
        if issubclass(register.model, Followed) and origin.kind == register.model.ORIGIN:
            holder = register.objects.filter(origin=origin).select_related("council").first()
            if holder:
                return record_address(holder)
    return ""


def undertaking_of(request: HttpRequest, council: Council, code: str) -> Undertaking:
    """404 for who may not see it."""
    visible = Undertaking.objects.visible_to(user_of(request)).filter(council=council, cancelled_at=None)
    found: Undertaking = get_object_or_404(
        visible.select_related("council", "lead", "origin__council", "field"), code=code
    )
    return found


def part_of(undertaking: Undertaking, part: int) -> Assignment:
    """A running part by its place in the undertaking: 1 is the first that was given."""
    parts = undertaking.assignments.order_by("pk").select_related("organisation")
    place = list(parts.values_list("pk", flat=True)[max(part - 1, 0) : part])
    found: Assignment = get_object_or_404(parts, pk__in=place, ended_on=None)
    return found


def address(undertaking: Undertaking) -> str:
    return reverse("undertakings-record", args=[undertaking.council.slug, undertaking.code])


def bodies_of(council: Council) -> Any:
    """The bodies to which the council may give something to do, or whose papers come in."""
    return Organisation.objects.filter(council=council).on(timezone.localdate()).order_by("sort_key", "pk")


def standing_committee_of(council: Council) -> Organisation | None:
    """The body that decides for the council between its sessions, whose papers a clerk cites."""
    found: Organisation | None = bodies_of(council).filter(kind=OrganisationKind.STANDING_COMMITTEE).first()
    return found


@contextmanager
def happened(request: HttpRequest, council: Council, typed: dict[str, Any]) -> Iterator[Happened]:
    """What a form says of what happened; paper and files are kept with what the block does, or not at all."""
    told = {name: typed[name] for name in ("text", "result", "promised_on") if typed.get(name)}
    by, at = user_of(request), timezone.now()
    with transaction.atomic(), kept(typed["file"], council=council, by=by, at=at) as files:
        paper = _paper(council, typed, by, at)
        yield Happened(on=typed["on"], document=paper, files=files, **told)


def _paper(council: Council, typed: dict[str, Any], by: User, at: datetime) -> IncomingDocument | None:
    """The paper that the form names, recorded if it is new."""
    if not typed.get("number"):
        return None
    given = {name: typed[name] for name in ("number", "issued_on", "issuer")}
    return record_document(council=council, by=by, at=at, **given)
