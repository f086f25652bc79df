"""The same small house as for the actions."""

from ...followup.conftest import agency, department, executive, leader, market, origin, paper, undertaking

__all__ = ["agency", "department", "executive", "leader", "market", "origin", "paper", "undertaking"]
