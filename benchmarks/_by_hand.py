"""The catalogue of one year as somebody would write it in SQL who knows the tables and nothing of the engine.

One scan for each table, every breakdown in it (GROUPING SETS), PostgreSQL only. What councils share is read record by
record, as there is no other way to count it once in a sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Part = tuple[str, str] | None
OPEN = "('assigned', 'accepted', 'given_back', 'reported_done', 'reported_impossible')"
WITH_AGENCY = "('assigned', 'accepted', 'given_back')"
ORIGINS = ("petition", "question", "hearing", "oversight", "meeting", "resolution", "letter", "pledge")
YEAR = "{t}.cancelled_at IS NULL AND {t}.counts_on >= %(first)s AND {t}.counts_on <= %(last)s"
LINE = 'l."on" >= %(first)s AND l."on" <= %(last)s AND (l.until_on IS NULL OR l.until_on > %(last)s)'


@dataclass(frozen=True)
class Source:
    """One table: (indicator, part, aggregate) for each number, and the columns by which wholes are broken down."""

    table: str
    numbers: Sequence[tuple[str, Part, str]]
    joined: str = ""
    where: str = YEAR.format(t="t")
    fields: Sequence[tuple[str, str, Sequence[str]]] = ()
    shares: str = ""

    def statement(self) -> str:
        keys = [
            "t.council_id",
            *(["c.level"] if self.fields else []),
            *(column for _, column, _ in self.fields),
        ]
        ways = ["(t.council_id)", *(f"(c.level, {column})" for _, column, _ in self.fields)]
        level = "JOIN organisations_council c ON c.id = t.council_id" if self.fields else ""
        apart = f"AND t.id NOT IN (SELECT record_id FROM {self.shares} WHERE ended_at IS NULL)"
        sums = ", ".join(aggregate for _, _, aggregate in self.numbers)
        return (
            f"SELECT GROUPING({', '.join(keys)}), {', '.join(keys)}, {sums} FROM {self.table} t {level} {self.joined} "
            f"WHERE {self.where} {apart if self.shares else ''} GROUP BY GROUPING SETS ({', '.join(ways)})"
        )

    def shared(self) -> str:
        """Each shared record with every council that holds it, its own first."""
        columns = "".join(f", {column}" for _, column, _ in self.fields)
        sums = ", ".join(aggregate for _, _, aggregate in self.numbers)
        return (
            f"SELECT t.id, t.council_id, (SELECT array_agg(s.council_id) FROM {self.shares} s "
            f"WHERE s.record_id = t.id AND s.ended_at IS NULL){columns}, {sums} FROM {self.table} t {self.joined} "
            f"WHERE {self.where} AND t.id IN (SELECT record_id FROM {self.shares} WHERE ended_at IS NULL) "
            f"GROUP BY t.id, t.council_id{columns}"
        )


@dataclass
class Found:
    """By indicator and part: of each council, and of each level."""

    by_council: dict[tuple[str, Part], dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    by_level: dict[tuple[str, Part], dict[str, int]] = field(default_factory=lambda: defaultdict(dict))


def count(year: int) -> Found:
    """Every number of every source."""
    from django.db import connection

    given, found = {"first": date(year, 1, 1), "last": date(year, 12, 31)}, Found()
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, level FROM organisations_council")
        levels = dict(cursor.fetchall())
        for source in SOURCES:
            cursor.execute(source.statement(), given)
            _take(source, cursor.fetchall(), levels, found)
            if source.shares:
                cursor.execute(source.shared(), given)
                _take_shared(source, cursor.fetchall(), levels, found)
    return found


def _take(source: Source, rows: list[Any], levels: dict[int, str], found: Found) -> None:
    width = 1 + len(source.fields) + bool(source.fields)
    by_council = sum(1 << n for n in range(width - 1))
    own = [row for row in rows if row[0] == by_council]
    councils = [row[1] for row in own]
    for place, (code, part, _) in enumerate(source.numbers, start=1 + width):
        values = {c: row[place] for c, row in zip(councils, own, strict=True) if row[place]}
        found.by_council[code, part] = values
        sums: defaultdict[str, int] = defaultdict(int)
        for council, value in values.items():
            sums[levels[council]] += value
        found.by_level[code, part] = dict(sums)
    for row in rows:
        if row[0] != by_council:
            _take_part(source, row, width, found)


def _take_part(source: Source, row: Any, width: int, found: Found) -> None:
    for number, (name, _, codes) in enumerate(source.fields):
        if not row[0] & (1 << (len(source.fields) - 1 - number)):
            for place, (code, part, _) in enumerate(source.numbers, start=1 + width):
                if part is None and code in codes and row[place]:
                    found.by_level[code, (name, str(row[3 + number]))][row[2]] = row[place]


def _take_shared(source: Source, rows: list[Any], levels: dict[int, str], found: Found) -> None:
    first = 3 + len(source.fields)
    for row in rows:
        councils = {row[1], *row[2]}
        for place, (code, part, _) in enumerate(source.numbers, start=first):
            told = [
                (name, str(row[3 + n])) for n, (name, _, codes) in enumerate(source.fields) if code in codes
            ]
            for one in (part, *(told if part is None else ())):
                _add(
                    found, (code, one), row[place] or 0, councils if one == part else set(), councils, levels
                )


def _add(
    found: Found,
    key: tuple[str, Part],
    value: int,
    columns: set[int],
    councils: set[int],
    levels: dict[int, str],
) -> None:
    if value:
        for council in columns:
            found.by_council[key][council] = found.by_council[key].get(council, 0) + value
        for level in {levels[council] for council in councils}:
            found.by_level[key][level] = found.by_level[key].get(level, 0) + value


def _if(condition: str) -> str:
    return f"COUNT(*) FILTER (WHERE {condition})"


def _undertakings() -> Iterator[tuple[str, Part, str]]:
    states = {
        "open": f"l.status IN {OPEN}",
        "done": "l.status = 'confirmed'",
        "overdue": f"l.status IN {WITH_AGENCY} AND l.due_on < %(last)s",
    }
    for name, condition in states.items():
        yield f"undertakings.{name}", None, _if(condition)
        for kind in ORIGINS:
            yield f"undertakings.{name}", ("origin", kind), _if(f"{condition} AND t.origin_kind = '{kind}'")
    yield "oversight.recommendations", None, _if("t.origin_kind = 'oversight'")
    yield (
        "oversight.recommendations_done",
        None,
        _if("t.origin_kind = 'oversight' AND l.status = 'confirmed'"),
    )


def _mandates() -> Iterator[tuple[str, Part, str]]:
    sits = "t.from_on <= %(last)s AND (t.to_on IS NULL OR t.to_on >= %(last)s)"
    age = {
        "under_40": "t.born_from > %(last)s::date - interval '40 years'",
        "40_50": "t.born_to <= %(last)s::date - interval '40 years' "
        "AND t.born_from > %(last)s::date - interval '51 years'",
        "over_50": "t.born_to <= %(last)s::date - interval '51 years'",
    }
    member = "t.party = 'member' AND (t.party_joined_on IS NULL OR t.party_joined_on <= %(last)s)"
    outside = "(t.party = 'non_party' OR t.party = 'member' AND t.party_joined_on > %(last)s)"
    parts = {
        "sex": {one: f"t.sex = '{one}'" for one in ("female", "male", "unknown")},
        "age_band": age,
        "ethnicity": {
            "minority": "t.ethnicity NOT IN ('Kinh', 'unknown')",
            "kinh": "t.ethnicity = 'Kinh'",
            "unknown": "t.ethnicity = 'unknown'",
        },
        "religion": {
            "religious": "t.religion NOT IN ('none', 'unknown')",
            "none": "t.religion = 'none'",
            "unknown": "t.religion = 'unknown'",
        },
        "party": {"member": member, "non_party": outside, "unknown": "t.party = 'unknown'"},
        "education": {
            one: f"t.education = '{one}'"
            for one in ("postgraduate", "university", "college_and_below", "unknown")
        },
        "political_theory": {
            one: f"t.political_theory = '{one}'"
            for one in ("advanced", "intermediate", "elementary", "none", "unknown")
        },
        "reelected": {one: f"t.reelected = '{one}'" for one in ("yes", "no", "unknown")},
        "self_nominated": {one: f"t.self_nominated = '{one}'" for one in ("yes", "no", "unknown")},
        "full_time": {
            "yes": "h.is_full",
            "no": "h.is_full IS NOT TRUE AND h.is_unsaid IS NOT TRUE",
            "unknown": "h.is_full IS NOT TRUE AND h.is_unsaid",
        },
    }
    yield "delegates.elected", None, _if("t.origin = 'elected'")
    yield "delegates.current", None, _if(sits)
    for name, values in parts.items():
        yield from (("delegates.current", (name, v), _if(f"{sits} AND {when}")) for v, when in values.items())
    singles = {
        "women": parts["sex"]["female"],
        "reelected": parts["reelected"]["yes"],
        "non_party": outside,
        "religious": parts["religion"]["religious"],
        "ethnic_minority": parts["ethnicity"]["minority"],
        "self_nominated": parts["self_nominated"]["yes"],
        "full_time": "h.is_full",
    }
    yield from ((f"delegates.{name}", None, _if(f"{sits} AND {when}")) for name, when in singles.items())
    yield "delegates.left", None, _if("t.to_on < %(last)s")
    for why in ("deceased", "transferred", "resigned", "dismissed", "removed"):
        yield "delegates.left", ("reason", why), _if(f"t.to_on < %(last)s AND t.end_reason = '{why}'")


_FIELD = "JOIN rulebook_field f ON f.id = t.field_id"
_MAYBE_FIELD = "LEFT JOIN rulebook_field f ON f.id = t.field_id"
_RUNNING = "{t}.cancelled_at IS NULL AND {t}.starts_on <= %(last)s AND ({t}.ends_on IS NULL OR {t}.ends_on >= %(last)s)"
_FORMS = ("thematic", "survey")
_CARRIED_OUT = "t.status IN ('under_way', 'concluded')"
_HELD = "(t.outcome = 'held' OR t.outcome = '' AND r.day_id IS NOT NULL)"
_EMPTY = "t.outcome = '' AND r.day_id IS NULL"
_TOPIC = f"{_CARRIED_OUT} AND t.form IN ('thematic', 'survey')"

SOURCES: tuple[Source, ...] = (
    Source(
        "voters_voterround",
        [("voter_meetings.rounds", None, "COUNT(*)")],
        fields=[("kind", "t.kind", ("voter_meetings.rounds",))],
        shares="voters_roundshare",
    ),
    Source(
        "voters_votermeeting",
        [
            ("voter_meetings.points", None, "COUNT(*)"),
            *(
                ("voter_meetings.points", ("level_of_delegates", one), _if(f"t.{one}_delegates"))
                for one in ("national", "province", "district", "commune")
            ),
            ("voter_meetings.attendees", None, "SUM(t.attendees)"),
            ("voter_meetings.opinions", None, "SUM(t.opinions)"),
        ],
    ),
    Source(
        "voters_petition",
        [
            ("petitions.received", None, "COUNT(*)"),
            ("petitions.received", ("status", "resolved"), _if("l.status = 'confirmed'")),
            ("petitions.received", ("status", "unresolved"), _if("l.status = 'closed'")),
            ("petitions.received", ("status", "in_progress"), _if("l.id IS NULL OR l.status IN " + OPEN)),
            ("petitions.repeated", None, "COUNT(t.repeats_id)"),
            ("petitions.overdue", None, _if(f"l.status IN {WITH_AGENCY} AND l.due_on < %(last)s")),
        ],
        joined=f"{_FIELD} LEFT JOIN followup_undertaking u ON u.origin_id = t.origin_id AND u.counts_on >= %(first)s "
        f"LEFT JOIN followup_progress l ON l.undertaking_id = u.id AND {LINE}",
        fields=[
            ("competence", "t.competence", ("petitions.received",)),
            ("field", "f.code", ("petitions.received",)),
        ],
        shares="voters_petitionshare",
    ),
    Source(
        "voters_petition",
        [("petitions.carried_over", None, "COUNT(*)")],
        where="t.cancelled_at IS NULL AND t.id IN (SELECT petition_id FROM voters_carrying "
        "WHERE carried_on >= %(first)s AND carried_on <= %(last)s)",
        shares="voters_petitionshare",
    ),
    Source(
        "followup_undertaking",
        list(_undertakings()),
        joined=f"LEFT JOIN followup_progress l ON l.undertaking_id = t.id AND {LINE}",
    ),
    Source(
        "oversight_oversight",
        [
            ("oversight.topics", None, _if(_TOPIC)),
            *(
                ("oversight.topics", ("form", one), _if(f"{_CARRIED_OUT} AND t.form = '{one}'"))
                for one in _FORMS
            ),
            ("oversight.regular", None, _if(f"{_CARRIED_OUT} AND t.form = 'regular'")),
            (
                "oversight.reviews",
                None,
                _if(f"{_CARRIED_OUT} AND t.form IN ('report_review', 'document_review')"),
            ),
            ("oversight.planned", None, _if("t.programme_place = 'planned'")),
            ("oversight.planned_done", None, _if("t.programme_place = 'planned' AND t.status = 'concluded'")),
        ],
        fields=[
            (
                "lead",
                "t.lead_kind",
                tuple(
                    f"oversight.{one}" for one in ("topics", "regular", "reviews", "planned", "planned_done")
                ),
            )
        ],
    ),
    Source(
        "oversight_oversightreceived",
        [("oversight.delegations", None, "COUNT(*)")],
        fields=[("from_level", "t.from_level", ("oversight.delegations",))],
    ),
    Source(
        "questioning_question",
        [("questions.put", None, _if("t.status <> 'withdrawn'"))],
        joined=_FIELD,
        fields=[("venue", "t.venue", ("questions.put",)), ("field", "f.code", ("questions.put",))],
    ),
    Source(
        "questioning_questiontime",
        [("question_times.held", None, "COUNT(*)")],
        fields=[("venue", "t.venue", ("question_times.held",))],
    ),
    Source("questioning_hearing", [("hearings.held", None, _if("t.status IN ('held', 'concluded')"))]),
    Source(
        "questioning_hearingmatter",
        [("hearings.matters", None, _if("h.status IN ('held', 'concluded')"))],
        joined=f"{_FIELD} JOIN questioning_hearing h ON h.id = t.hearing_id",
        fields=[("field", "f.code", ("hearings.matters",))],
    ),
    Source(
        "council_sessions_councilsession",
        [("sessions.held", None, _if("t.status = 'closed'"))],
        fields=[("kind", "t.kind", ("sessions.held",))],
    ),
    Source(
        "council_sessions_paper",
        [
            ("sessions.papers", None, "COUNT(*)"),
            (
                "sessions.papers",
                ("on_time", "yes"),
                _if("t.received_on IS NOT NULL AND (t.due_on IS NULL OR t.received_on <= t.due_on)"),
            ),
            (
                "sessions.papers",
                ("on_time", "no"),
                _if("t.received_on > t.due_on OR t.received_on IS NULL AND t.due_on < %(last)s"),
            ),
            (
                "sessions.papers",
                ("on_time", "pending"),
                _if("t.received_on IS NULL AND (t.due_on IS NULL OR t.due_on >= %(last)s)"),
            ),
        ],
        fields=[("kind", "t.kind", ("sessions.papers",))],
    ),
    Source(
        "council_sessions_verification",
        [("sessions.verifications", None, _if("t.reported_on IS NOT NULL"))],
        fields=[("conclusion", "t.conclusion", ("sessions.verifications",))],
    ),
    Source(
        "council_sessions_discussion",
        [("sessions.opinions", None, "SUM(t.opinions)")],
        fields=[("kind", "t.kind", ("sessions.opinions",))],
    ),
    Source(
        "resolutions_resolution",
        [("resolutions.passed", None, _if("t.status IN ('passed', 'issued')"))],
        joined=_MAYBE_FIELD,
        fields=[("kind", "t.kind", ("resolutions.passed",)), ("field", "f.code", ("resolutions.passed",))],
    ),
    Source(
        "resolutions_plannedresolution",
        [
            ("resolutions.planned", None, "COUNT(*)"),
            ("resolutions.planned", ("outcome", "passed"), _if("n.status IN ('passed', 'issued')")),
            ("resolutions.planned", ("outcome", "under_way"), _if("n.status NOT IN ('passed', 'issued')")),
            (
                "resolutions.planned",
                ("outcome", "postponed"),
                _if("n.id IS NULL AND t.postponed_to IS NOT NULL"),
            ),
            ("resolutions.planned", ("outcome", "not_begun"), _if("n.id IS NULL AND t.postponed_to IS NULL")),
        ],
        joined="LEFT JOIN resolutions_resolution n ON n.id = t.resolution_id",
        fields=[("entry", "t.entry", ("resolutions.planned",))],
    ),
    Source(
        "confidence_ratedperson",
        [("confidence.people", None, _if("t.outcome <> ''"))],
        fields=[("outcome", "t.outcome", ("confidence.people",))],
    ),
    Source(
        "reception_receptionday",
        [
            ("receptions.days", None, _if(_HELD)),
            ("receptions.days_scheduled", None, "COUNT(*)"),
            ("receptions.days_scheduled", ("state", "held"), _if(_HELD)),
            ("receptions.days_scheduled", ("state", "missed"), _if(f"{_EMPTY} AND t.held_on < %(last)s")),
            ("receptions.days_scheduled", ("state", "planned"), _if(f"{_EMPTY} AND t.held_on >= %(last)s")),
            ("receptions.days_scheduled", ("state", "not_held"), _if("t.outcome = 'not_held'")),
            ("receptions.days_scheduled", ("state", "moved"), _if("t.outcome = 'moved'")),
        ],
        joined="LEFT JOIN (SELECT DISTINCT day_id FROM reception_reception WHERE cancelled_at IS NULL) r "
        "ON r.day_id = t.id",
        fields=[("body", "t.body", ("receptions.days",))],
    ),
    Source("reception_reception", [("receptions.citizens", None, "SUM(t.citizens)")]),
    Source(
        "reception_letter",
        [("letters.received", None, "COUNT(*)")],
        fields=[(name, f"t.{name}", ("letters.received",)) for name in ("kind", "competence", "status")],
    ),
    Source(
        "meetings_meeting",
        [("standing_meetings.held", None, _if("t.kind = 'standing' AND t.status <> 'planned'"))],
    ),
    Source(
        "meetings_mattersubmitted",
        [
            (
                "standing_meetings.matters",
                None,
                _if("m.kind IN ('standing', 'standing_extra') AND m.status <> 'planned'"),
            )
        ],
        joined="JOIN meetings_meeting m ON m.id = t.meeting_id",
        fields=[("decision", "t.decision", ("standing_meetings.matters",))],
    ),
    Source(
        "meetings_conference",
        [("conferences.held", None, _if("t.kind = 'conference' AND t.status <> 'planned'"))],
    ),
    Source(
        "activities_training",
        [
            ("trainings.courses", None, "COUNT(*)"),
            ("trainings.participants", None, "SUM(t.participants)"),
        ],
        fields=[("kind", "t.kind", ("trainings.courses", "trainings.participants"))],
    ),
    Source("people_term", [("delegates.seats", None, "SUM(t.seats_allotted)")], where=_RUNNING.format(t="t")),
    Source(
        "people_mandate",
        list(_mandates()),
        joined="JOIN people_term n ON n.id = t.term_id LEFT JOIN (SELECT person_id, "
        "bool_or(full_time = 'yes') is_full, bool_or(full_time = 'unknown') is_unsaid FROM people_position "
        "WHERE cancelled_at IS NULL AND from_on <= %(last)s AND (to_on IS NULL OR to_on >= %(last)s) "
        "GROUP BY person_id) h ON h.person_id = t.person_id",
        where=f"t.cancelled_at IS NULL AND {_RUNNING.format(t='n')}",
    ),
    Source(
        "people_constituency",
        [
            ("constituencies.count", None, "COUNT(*)"),
            ("polling_areas.count", None, "SUM(t.polling_areas)"),
        ],
        joined="JOIN people_term n ON n.id = t.term_id",
        where=f"t.cancelled_at IS NULL AND {_RUNNING.format(t='n')}",
    ),
)
