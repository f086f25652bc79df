"""The registers of people, in the order of the navigation."""

from dienhong.people.register.constituencies import constituencies
from dienhong.people.register.mandates import mandates
from dienhong.people.register.positions import positions
from dienhong.people.register.terms import terms

__all__ = ["constituencies", "mandates", "positions", "registers", "terms"]

registers = (mandates, positions, terms, constituencies)
