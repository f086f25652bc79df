"""The verbs of petitions: forwarded, passed on, linked as repeats, carried over; and whose a round is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.audit.many import Act, insert, require_shape, tell
from dienhong.council_sessions.models import CouncilSession
from dienhong.followup.assigning import Begun, begun, origin_of, write_begun
from dienhong.followup.due import Due, due_as_set, due_by_rule
from dienhong.followup.models import Undertaking
from dienhong.kernel.errors import Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record, Share
from dienhong.voters import rules
from dienhong.voters.models import Carrying, Dispatch, Petition, PetitionShare, RoundShare, VoterRound

R = TypeVar("R", bound=Record)

SETTLED = {"resolved", "unresolved"}


def proposed_due(council: Council, on: date) -> Due:
    """Until when an answer is due by the rule, for petitions forwarded on a day."""
    return due_by_rule(Petition.DUE_RULE, on, council.level)


@transaction.atomic
def forward(
    council: Council,
    petitions: Iterable[Petition],
    *,
    lead: Organisation,
    on: date,
    by: User,
    at: datetime,
    supporters: Sequence[Organisation] = (),
    number: str = "",
    due_on: date | None = None,
    due_why: str = "",
) -> Dispatch:
    """One paper, many petitions: each becomes an undertaking of ``lead``, due by the rule or as the council set it."""
    paper = forwarded(
        council,
        petitions_held(council, petitions),
        lead=lead,
        on=on,
        supporters=supporters,
        number=number,
        due_on=due_on,
        due_why=due_why,
        by=by,
        at=at,
    )
    write_dispatches([paper], by, at)
    write_begun(paper.begun, [one.story for one in paper.begun], by, at)
    return paper.dispatch


def petitions_held(council: Council, petitions: Iterable[Petition]) -> list[Petition]:
    """Those of the petitions that stand and are the council's, or were passed on to it, under their row locks."""
    held = Petition.objects.select_related("council").select_for_update(of=("self",))
    found = held.filter(pk__in=[petition.pk for petition in petitions])
    return list(found.filter(Petition.of_councils([council.pk]), cancelled_at=None).order_by("pk"))


@dataclass(frozen=True)
class Forwarded:
    """A paper with what follows from each petition that it forwards, not written yet."""

    dispatch: Dispatch
    begun: list[Begun]


def forwarded(
    council: Council,
    petitions: Sequence[Petition],
    *,
    lead: Organisation,
    on: date,
    by: User,
    at: datetime,
    supporters: Sequence[Organisation] = (),
    number: str = "",
    due_on: date | None = None,
    due_why: str = "",
) -> Forwarded:
    """What ``forward`` would write; the petitions are held under their locks."""
    _require_clerk(council, by)
    Refused.if_any(
        [
            rules.something_chosen(len(petitions)),
            rules.not_forwarded([petition.code for petition in petitions if petition.forwarded_on]),
            rules.forwarded_after_received(on, max((p.received_on for p in petitions), default=None)),
        ]
    )
    proposed = proposed_due(council, on)
    due = proposed if due_on in {None, proposed.day} else due_as_set(due_on or proposed.day, due_why)
    dispatch = Dispatch(council=council, number=number.strip(), issued_on=on)
    require_shape(dispatch)
    values, verb = {"origin": None, "forwarded_on": on}, ("Chuyển kiến nghị", str(lead))
    followed = [
        (petition, Undertaking(council=council, text=petition.text, field_id=petition.field_id, lead=lead))
        for petition in petitions
    ]
    return Forwarded(
        dispatch,
        [
            begun(petition, undertaking, due, on, supporters, None, values, verb, by, at)
            for petition, undertaking in followed
        ],
    )


def write_dispatches(papers: Sequence[Forwarded], by: User, at: datetime) -> None:
    """Record the papers and which petitions each forwards: two statements, however many."""
    link: Any = Dispatch.petitions.through
    insert([paper.dispatch for paper in papers])
    insert(
        [
            link(dispatch_id=paper.dispatch.pk, petition_id=one.record.pk)
            for paper in papers
            for one in paper.begun
        ]
    )
    tell((Act.creating(paper.dispatch, "Chuyển kiến nghị") for paper in papers), by=by, at=at)


@transaction.atomic
def pass_on(
    petition: Petition,
    *,
    council: Council,
    on: date,
    reason: str,
    expected_version: int,
    by: User,
    at: datetime,
) -> Petition:
    """Give a petition to the council that can settle it; it stays one record, and is theirs to forward."""
    _require_clerk(petition.council, by)
    Refused.if_any(
        [
            rules.not_forwarded([petition.code] if petition.forwarded_on else []),
            rules.passed_elsewhere(council.pk == petition.council_id),
            rules.received_in_time(on, timezone.localdate(at)),
        ]
    )
    _add_share(PetitionShare(record=petition, council=council, passed_on=on, reason=reason.strip()))
    values = {"origin": origin_of(petition, by=by, at=at)}
    said = f"{council.name}. {reason}".strip()
    return _set(petition, values, "Chuyển đến Hội đồng có thẩm quyền", by, at, said, expected_version)


@transaction.atomic
def take_back(
    petition: Petition, *, council: Council, reason: str, expected_version: int, by: User, at: datetime
) -> Petition:
    """Undo passing on, while the other council has not forwarded it."""
    _require_clerk(petition.council, by)
    standing = petition.shares.filter(council=council, ended_at=None)
    Refused.if_any(
        [
            rules.not_forwarded([petition.code] if petition.forwarded_on else []),
            rules.was_passed(standing.exists()),
            rules.why(reason),
        ]
    )
    _end_shares(standing, at)
    said = f"{council.name}. {reason.strip()}"
    return _set(petition, {}, "Rút việc chuyển đến Hội đồng khác", by, at, said, expected_version)


@transaction.atomic
def link_repeat(
    petition: Petition, *, earlier: Petition, expected_version: int, by: User, at: datetime
) -> Petition:
    """Say that a petition asks again for what an earlier one asked; both stay, each with its senders."""
    _require_clerk(petition.council, by)
    first = earlier.repeats or earlier
    Refused.if_any(
        [rules.repeats_an_earlier(petition.received_on, first.received_on, first.pk == petition.pk)]
    )
    updated = _set(petition, {"repeats": first}, "Nối kiến nghị nêu lại", by, at, "", expected_version)
    for later in Petition.objects.filter(repeats=petition):
        _set(later, {"repeats": first}, "Nối kiến nghị nêu lại", by, at)
    return updated


@transaction.atomic
def unlink_repeat(
    petition: Petition, *, reason: str, expected_version: int, by: User, at: datetime
) -> Petition:
    """Undo a link that was wrong."""
    _require_clerk(petition.council, by)
    Refused.if_any([rules.why(reason)])
    return _set(petition, {"repeats": None}, "Bỏ nối kiến nghị nêu lại", by, at, reason, expected_version)


@transaction.atomic
def carry_over(
    register: Register,
    record: Petition,
    *,
    carried_to: CouncilSession,
    carried_on: date | None = None,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """What a session left open is followed at the next one, of the same term or the next."""
    _require_clerk(record.council, by)
    today = timezone.localdate(at)
    on, known = carried_on or today, record.carryings.filter(session=carried_to).exists()
    Refused.if_any(
        [
            rules.carried_while_open(record.status not in SETTLED),
            rules.not_carried_there(known),
            rules.carried_in_order(on, record.carried_on or record.forwarded_on, today),
        ]
    )
    Carrying.objects.create(petition=record, session=carried_to, carried_on=on)
    values = {"carried_to": carried_to, "carried_on": on}
    return _set(record, values, "Chuyển theo dõi sang kỳ sau", by, at, "", expected_version)


@transaction.atomic
def hold_together(
    record: VoterRound, *, councils: Sequence[Council], expected_version: int, by: User, at: datetime
) -> VoterRound:
    """Which councils hold a round together with the one that recorded it."""
    _require_clerk(record.council, by)
    wanted = {council.pk for council in councils} - {record.council_id}
    standing = record.shares.filter(ended_at=None)
    left = standing.exclude(council__in=wanted)
    Refused.if_any([rules.nobody_is_left_out(_with_meetings(record, left))])
    known = set(standing.values_list("council_id", flat=True))
    _end_shares(left, at)
    for council in councils:
        if council.pk in wanted - known:
            _add_share(RoundShare(record=record, council=council))
    said = ", ".join(council.short_name for council in councils)
    return _set(record, {}, "Ghi Hội đồng cùng tổ chức", by, at, said, expected_version)


def _with_meetings(record: VoterRound, shares: Any) -> list[str]:
    """Councils that already have meetings in the round."""
    ids = record.meetings.filter(cancelled_at=None).values("council_id")
    return [share.council.short_name for share in shares.filter(council__in=ids).select_related("council")]


def _add_share(share: Share) -> None:
    Refused.if_any(acts.shape_violations(share))
    share.save()


def _end_shares(shares: Any, at: datetime) -> None:
    for share in shares.filter(ended_at=None):
        share.ended_at = at
        share.save(update_fields=["ended_at"])


def _require_clerk(council: Council, by: User) -> None:
    sentence = f"Anh/chị không được ghi việc tiếp xúc cử tri của {council.name}."
    access_of(by).require(council, Petition.WRITERS, sentence)


def _set(
    record: R,
    values: dict[str, Any],
    verb: str,
    by: User,
    at: datetime,
    reason: str = "",
    expected_version: int | None = None,
) -> R:
    """The act itself, journaled in the chain of the council whose record it is."""
    if record.is_cancelled:
        raise Refused.because("cancelled", "Bản ghi này đã hủy.")
    version = record.version if expected_version is None else expected_version
    given: dict[str, Any] = {"council_id": record.council_id, "by": by, "at": at, "verb": verb}
    return acts.update(record, values, expected_version=version, reason=reason.strip(), always=True, **given)
