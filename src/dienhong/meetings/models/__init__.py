"""Meetings of the council's bodies with what was submitted to them; conferences with what was proposed at them."""

from dienhong.meetings.models.conferences import Conference, DiscussionGroup, Proposal
from dienhong.meetings.models.meetings import MatterSubmitted, Meeting

__all__ = ["Conference", "DiscussionGroup", "MatterSubmitted", "Meeting", "Proposal"]
