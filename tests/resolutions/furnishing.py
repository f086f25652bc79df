"""A proposal with a step, a relation and a target, and an entry of the programme."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council

from .factories import make_planned, make_preparation, make_relation, make_resolution, make_target

RECORDS = {
    "resolutions": "NQ-2023-001",
    "resolution_programme": "CTNQ-2023-001",
    "resolution_preparations": "CB-2023-001",
    "resolution_relations": "QH-2023-001",
    "resolution_targets": "CT-2023-001",
}
STEPS = {"resolutions": "withdraw"}
DEEDS = {"resolutions": "thong-qua"}


def furnish(council: Council, by: User) -> None:
    resolution = make_resolution(council, by)
    make_preparation(resolution, by)
    make_relation(resolution, by, outside="05/NQ-HĐND ngày 20/12/2020")
    make_target(resolution, by)
    make_planned(council, by)
