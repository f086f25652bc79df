"""Programmes, oversight with its delegation and working sessions, delegations received from above."""

from dienhong.oversight.models.oversights import Oversight
from dienhong.oversight.models.parts import OversightMember, WorkingSession
from dienhong.oversight.models.programmes import OversightProgramme
from dienhong.oversight.models.received import OversightReceived

__all__ = ["Oversight", "OversightMember", "OversightProgramme", "OversightReceived", "WorkingSession"]
