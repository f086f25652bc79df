"""Kinds and states of a resolution, the steps between them, and how a programme and a target may stand."""

from django.db import models

from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import Role


class ResolutionKind(models.TextChoices):
    """Decree 30/2020/NĐ-CP, art. 15: legal normative documents have a series of their own, the year in the number."""

    NORMATIVE = "normative", "quy phạm pháp luật"
    INDIVIDUAL = "individual", "cá biệt"


class ResolutionStatus(models.TextChoices):
    PROPOSED = "proposed", "đề nghị"
    ACCEPTED = "accepted", "Thường trực đã chấp thuận"
    DRAFTED = "drafted", "đã có dự thảo"
    VERIFIED = "verified", "đã thẩm tra"
    PASSED = "passed", "đã thông qua, chưa ký"
    ISSUED = "issued", "đã ban hành"
    REJECTED = "rejected", "không được thông qua"
    WITHDRAWN = "withdrawn", "đã rút"


BEFORE_THE_VOTE = (
    ResolutionStatus.PROPOSED,
    ResolutionStatus.ACCEPTED,
    ResolutionStatus.DRAFTED,
    ResolutionStatus.VERIFIED,
)
ADOPTED = (ResolutionStatus.PASSED, ResolutionStatus.ISSUED)
"""Passed by the council: what the figures count."""

TONES = {
    ResolutionStatus.PROPOSED: "draft",
    ResolutionStatus.ACCEPTED: "draft",
    ResolutionStatus.DRAFTED: "neutral",
    ResolutionStatus.VERIFIED: "neutral",
    ResolutionStatus.PASSED: "due_soon",
    ResolutionStatus.ISSUED: "done",
    ResolutionStatus.REJECTED: "cancelled",
    ResolutionStatus.WITHDRAWN: "cancelled",
}

_OFFICE = {Role.CLERK, Role.LEADER}
_BY_DEED: frozenset[Role] = frozenset()
"""Taken together with what it must say (a day, a number): by a deed, never as a bare step."""

WORKFLOW = Workflow(
    initial=ResolutionStatus.PROPOSED,
    transitions=[
        Transition(
            "accept",
            [ResolutionStatus.PROPOSED],
            ResolutionStatus.ACCEPTED,
            "Chấp thuận đề nghị",
            {Role.LEADER},
        ),
        Transition(
            "draft",
            [ResolutionStatus.ACCEPTED],
            ResolutionStatus.DRAFTED,
            "Ghi nhận đã có dự thảo",
            _OFFICE,
        ),
        Transition(
            "verify",
            [ResolutionStatus.DRAFTED],
            ResolutionStatus.VERIFIED,
            "Ghi nhận đã thẩm tra",
            _OFFICE | {Role.COMMITTEE},
        ),
        Transition(
            "redraft",
            [ResolutionStatus.VERIFIED],
            ResolutionStatus.DRAFTED,
            "Trả lại để hoàn chỉnh",
            _OFFICE,
            needs_reason=True,
        ),
        Transition("pass", BEFORE_THE_VOTE, ResolutionStatus.PASSED, "Ghi nhận thông qua", _BY_DEED),
        Transition(
            "reject",
            BEFORE_THE_VOTE,
            ResolutionStatus.REJECTED,
            "Ghi nhận không được thông qua",
            _BY_DEED,
            needs_reason=True,
        ),
        Transition("issue", [ResolutionStatus.PASSED], ResolutionStatus.ISSUED, "Ghi số, ngày ký", _BY_DEED),
        Transition(
            "withdraw",
            BEFORE_THE_VOTE,
            ResolutionStatus.WITHDRAWN,
            "Rút khỏi chương trình",
            _OFFICE,
            needs_reason=True,
        ),
        Transition(
            "propose_again",
            [ResolutionStatus.WITHDRAWN, ResolutionStatus.REJECTED],
            ResolutionStatus.PROPOSED,
            "Đề nghị lại",
            _OFFICE,
            needs_reason=True,
        ),
    ],
)


class PreparationKind(models.TextChoices):
    """What may come before a resolution is put to the vote."""

    DELEGATED = "delegated", "văn bản cấp trên giao quy định chi tiết"
    POLICY_OPINION = "policy_opinion", "cho ý kiến về chính sách"
    PUBLIC_OPINION = "public_opinion", "lấy ý kiến Nhân dân"
    AFFECTED_OPINION = "affected_opinion", "lấy ý kiến đối tượng chịu tác động"
    FRONT_REVIEW = "front_review", "phản biện xã hội"
    JUSTICE_REVIEW = "justice_review", "thẩm định"
    PARTY_OPINION = "party_opinion", "xin ý kiến cấp ủy"
    VERIFICATION = "verification", "thẩm tra"


class RelationKind(models.TextChoices):
    """What a later resolution does to an earlier one."""

    AMENDS = "amends", "sửa đổi, bổ sung"
    REPLACES = "replaces", "thay thế"
    REPEALS = "repeals", "bãi bỏ"


ENDING = (RelationKind.REPLACES, RelationKind.REPEALS)
"""Relations by which the earlier resolution loses its effect."""


class Direction(models.TextChoices):
    """How an actual value meets a target."""

    AT_LEAST = "at_least", "từ mức này trở lên"
    AT_MOST = "at_most", "không quá mức này"


class ProgrammeEntry(models.TextChoices):
    """How a resolution came into the programme of a year."""

    PLANNED = "planned", "theo chương trình"
    ADDED = "added", "bổ sung"
