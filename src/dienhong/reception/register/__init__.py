"""Reception of citizens and their letters, as the engines serve them, in the order of the navigation."""

from dienhong.reception.register.days import days
from dienhong.reception.register.letters import letters
from dienhong.reception.register.receptions import receptions

registers = (days, receptions, letters)

__all__ = ["days", "letters", "receptions", "registers"]
