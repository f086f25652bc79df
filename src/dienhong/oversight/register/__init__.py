"""Oversight with programmes, delegations and working sessions; delegations received: as the engines serve them."""

from dienhong.oversight.register.oversights import oversights
from dienhong.oversight.register.parts import members, working_sessions
from dienhong.oversight.register.programmes import programmes
from dienhong.oversight.register.received import received

registers = (oversights, programmes, received, members, working_sessions)

__all__ = ["members", "oversights", "programmes", "received", "registers", "working_sessions"]
