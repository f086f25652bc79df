"""The verbs of following up: the only writers of undertakings and their history."""

from dienhong.followup.actions.answering import answer, answer_many, assess_many, take_step
from dienhong.followup.actions.assigning import open_origin, undertake
from dienhong.followup.actions.escalating import escalate
from dienhong.followup.actions.extending import ask_extension, decide_extension, extend
from dienhong.followup.actions.handing_over import hand_over, take_over
from dienhong.followup.actions.history import Happened
from dienhong.followup.actions.importing import drop_book, preview_book, receive_book, record_book
from dienhong.followup.actions.papers import RawFile, kept, record_document

__all__ = [
    "Happened",
    "RawFile",
    "answer",
    "answer_many",
    "ask_extension",
    "assess_many",
    "decide_extension",
    "drop_book",
    "escalate",
    "extend",
    "hand_over",
    "kept",
    "open_origin",
    "preview_book",
    "receive_book",
    "record_book",
    "record_document",
    "take_over",
    "take_step",
    "undertake",
]
