"""Meetings of the council's bodies and conferences between levels, as the engines serve them."""

from dienhong.meetings.register.conferences import conferences
from dienhong.meetings.register.groups import groups
from dienhong.meetings.register.matters import matters
from dienhong.meetings.register.meetings import meetings
from dienhong.meetings.register.proposals import proposals

registers = (meetings, matters, conferences, groups, proposals)

__all__ = ["conferences", "groups", "matters", "meetings", "proposals", "registers"]
