"""Rounds, points and petitions, as the engines serve them."""

from dienhong.voters.register.meetings import meetings
from dienhong.voters.register.petitions import petitions
from dienhong.voters.register.rounds import rounds

registers = (rounds, meetings, petitions)

__all__ = ["meetings", "petitions", "registers", "rounds"]
