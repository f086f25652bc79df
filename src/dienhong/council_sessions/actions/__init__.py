"""Verbs of a session with a rule of their own: carry an item on, take in a version, take attendance, find a result."""

from dienhong.council_sessions.actions.agenda import carry_item, postpone_item
from dienhong.council_sessions.actions.attendance import Attended, take_attendance
from dienhong.council_sessions.actions.papers import receive_version, record_opening
from dienhong.council_sessions.actions.verifications import set_supporters
from dienhong.council_sessions.actions.votes import Count, close_by_name, close_vote, record_vote, reopen_vote

__all__ = [
    "Attended",
    "Count",
    "carry_item",
    "close_by_name",
    "close_vote",
    "postpone_item",
    "receive_version",
    "record_opening",
    "record_vote",
    "reopen_vote",
    "set_supporters",
    "take_attendance",
]
