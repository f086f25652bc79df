"""Questions, question times and hearings, as the engines serve them."""

from dienhong.questioning.register.hearings import hearings
from dienhong.questioning.register.matters import matters
from dienhong.questioning.register.question_times import question_times
from dienhong.questioning.register.questions import co_askers, questions

registers = (questions, co_askers, question_times, hearings, matters)

__all__ = ["co_askers", "hearings", "matters", "question_times", "questions", "registers"]
