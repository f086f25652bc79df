"""Sessions and their parts, as the engines serve them, in the order of a session's page."""

from dienhong.council_sessions.register.agenda import agenda_items
from dienhong.council_sessions.register.discussions import discussions
from dienhong.council_sessions.register.papers import papers
from dienhong.council_sessions.register.sessions import propose, register
from dienhong.council_sessions.register.sittings import sittings
from dienhong.council_sessions.register.verifications import verifications
from dienhong.council_sessions.register.votes import votes

registers = (register, agenda_items, papers, verifications, sittings, discussions, votes)

__all__ = [
    "agenda_items",
    "discussions",
    "papers",
    "propose",
    "register",
    "registers",
    "sittings",
    "verifications",
    "votes",
]
