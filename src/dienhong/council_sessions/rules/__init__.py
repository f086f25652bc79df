"""What the law and the house's own rules ask of a session and of what belongs to it; pure."""

from dienhong.council_sessions.rules.agenda import (
    anyway_needs_a_gap,
    carried_to_another,
    decided_in_closed_session,
    file_is_complete,
    missing_of_file,
    not_carried_on,
    passed_by_its_vote,
    postponed_before_carried,
)
from dienhong.council_sessions.rules.papers import (
    about_something,
    assigned_before_reported,
    days_late,
    lead_does_not_support,
    not_in_the_future,
    of_this_session,
    reported_in_full,
)
from dienhong.council_sessions.rules.sessions import (
    closed_in_the_past,
    everything_decided,
    nominal_year_fits,
    ordinal_counts_from_one,
    within_term,
)
from dienhong.council_sessions.rules.sittings import (
    everybody_expected,
    group_is_named,
    higher_delegates_counted,
    within_session,
)
from dienhong.council_sessions.rules.votes import (
    ballots_add_up,
    closed_stays,
    has_delegates,
    not_more_than_entitled,
    of_that_method,
    somebody_present,
    tally_within,
    vote_is_open,
)

__all__ = [
    "about_something",
    "anyway_needs_a_gap",
    "assigned_before_reported",
    "ballots_add_up",
    "carried_to_another",
    "closed_in_the_past",
    "closed_stays",
    "days_late",
    "decided_in_closed_session",
    "everybody_expected",
    "everything_decided",
    "file_is_complete",
    "group_is_named",
    "has_delegates",
    "higher_delegates_counted",
    "lead_does_not_support",
    "missing_of_file",
    "nominal_year_fits",
    "not_carried_on",
    "not_in_the_future",
    "not_more_than_entitled",
    "of_that_method",
    "of_this_session",
    "ordinal_counts_from_one",
    "passed_by_its_vote",
    "postponed_before_carried",
    "reported_in_full",
    "somebody_present",
    "tally_within",
    "vote_is_open",
    "within_session",
    "within_term",
]
