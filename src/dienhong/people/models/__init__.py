"""Terms and constituencies; people and their seats; positions in the bodies around a council."""

from dienhong.people.models.mandates import Mandate, Person
from dienhong.people.models.positions import Position
from dienhong.people.models.terms import Constituency, Term
from dienhong.people.states import SessionNumbering

__all__ = ["Constituency", "Mandate", "Person", "Position", "SessionNumbering", "Term"]
