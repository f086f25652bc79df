"""Personnel, confidence ratings and confidence votes, as the engines serve them."""

from dienhong.confidence.register.personnel import personnel
from dienhong.confidence.register.ratings import rated_people, ratings
from dienhong.confidence.register.votes import confidence_votes

__all__ = ["confidence_votes", "personnel", "rated_people", "ratings", "registers"]

registers = (personnel, ratings, rated_people, confidence_votes)
