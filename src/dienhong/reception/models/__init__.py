"""Reception of citizens by calendar, who came, and the letters that came in."""

from dienhong.reception.models.days import Reception, ReceptionDay
from dienhong.reception.models.letters import Letter, LetterHandler, LetterPair

__all__ = ["Letter", "LetterHandler", "LetterPair", "Reception", "ReceptionDay"]
