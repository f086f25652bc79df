"""Reads that are more than a filter."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from dienhong.accounts.models import User
from dienhong.council_sessions import rules
from dienhong.council_sessions.models import AgendaItem, CouncilSession, Paper, PaperOpening, Vote
from dienhong.council_sessions.rules.agenda import FiledPaper
from dienhong.council_sessions.states import UNDECIDED, SessionKind, VoteStatus
from dienhong.organisations.models import Council
from dienhong.people.models import SessionNumbering, Term


def current_term(council: Council, day: date) -> Term | None:
    """The term that runs on ``day``, or the last one before it."""
    return Term.objects.filter(council=council, starts_on__lte=day).order_by("-starts_on").first()


def next_ordinal(term: Term, kind: SessionKind) -> int:
    """The number that the house's numbering would give the next session of this kind."""
    series = kind if term.session_numbering == SessionNumbering.BY_KIND else ""
    standing = CouncilSession.objects.counted().filter(term=term, series=series)
    return int(standing.aggregate(last=Max("ordinal"))["last"] or 0) + 1


def current_session(council: Council, day: date) -> CouncilSession | None:
    """The session that is being prepared or held on ``day``, else the last one."""
    standing = CouncilSession.objects.counted().filter(council=council)
    coming = standing.filter(closes_on__gte=day).order_by("opens_on").first()
    return coming or standing.order_by("-opens_on").first()


def next_item_ordinal(session: CouncilSession) -> int:
    last = AgendaItem.objects.counted().filter(session=session).aggregate(last=Max("ordinal"))["last"]
    return int(last or 0) + 1


def undecided_items(session: CouncilSession) -> list[str]:
    """What still waits for a word, as the programme names it."""
    waiting = AgendaItem.objects.counted().filter(session=session, status__in=UNDECIDED)
    return list(waiting.order_by("ordinal", "pk").values_list("title", flat=True))


def file_of(item: AgendaItem) -> list[FiledPaper]:
    """The papers of an item, as the gate looks at them."""
    papers = Paper.objects.counted().filter(item=item).order_by("pk")
    told = papers.values_list("kind", "title", "received_on", "due_on")
    return [FiledPaper(*paper) for paper in told]


def missing_of(item: AgendaItem) -> list[str]:
    """What the file of an item lacks."""
    return rules.missing_of_file(item.kind, file_of(item))


def results_of(item: AgendaItem) -> list[bool]:
    """How the council voted on an item."""
    votes = Vote.objects.counted().filter(item=item, status=VoteStatus.CLOSED)
    return [bool(passed) for passed in votes.values_list("passed", flat=True)]


@dataclass(frozen=True)
class Lateness:
    """The papers of one body: how many are due or came, how many of them late, and by how many days at the most."""

    body: str
    papers: int
    late: int
    most: int


def lateness_by_body(session: CouncilSession, user: User, today: date) -> list[Lateness]:
    """Who sent papers late to a session, the worst first; papers of nobody stand under "chưa ghi cơ quan"."""
    by_body: dict[str, list[int]] = defaultdict(list)
    papers = Paper.objects.visible_to(user).counted().filter(session=session)
    for paper in papers.select_related("submitter"):
        body = str(paper.submitter) if paper.submitter else "chưa ghi cơ quan"
        by_body[body].append(rules.days_late(paper.due_on, paper.received_on, today))
    found = [
        Lateness(body, len(days), sum(1 for day in days if day), max(days)) for body, days in by_body.items()
    ]
    return sorted(found, key=lambda lateness: (-lateness.late, -lateness.most, lateness.body))


def openings_of(paper: Paper) -> list[PaperOpening]:
    """Who has opened which version, the newest version first."""
    openings = PaperOpening.objects.filter(version__paper=paper).select_related("version", "user")
    return list(openings.order_by("-version__number", "first_opened_at", "pk"))
