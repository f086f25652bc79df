"""What is said of delegates, and why a seat falls vacant. "chưa rõ" is an answer: never guessed, never spread."""

from django.db import models

UNKNOWN = "unknown"


class SessionNumbering(models.TextChoices):
    """How a house counts its sessions within a term."""

    ONE_SERIES = "one_series", "chung một dãy số cho mọi loại kỳ họp"
    BY_KIND = "by_kind", "mỗi loại kỳ họp một dãy số riêng"


class Said(models.TextChoices):
    """An answer to a plain question."""

    YES = "yes", "có"
    NO = "no", "không"
    UNKNOWN = UNKNOWN, "chưa rõ"


class Sex(models.TextChoices):
    FEMALE = "female", "nữ"
    MALE = "male", "nam"
    UNKNOWN = UNKNOWN, "chưa rõ"


class Party(models.TextChoices):
    MEMBER = "member", "đảng viên"
    NOT_MEMBER = "non_party", "ngoài Đảng"
    UNKNOWN = UNKNOWN, "chưa rõ"


class Religion(models.TextChoices):
    """The faiths that most lists name; any other goes under "tôn giáo khác"."""

    NONE = "none", "không"
    BUDDHIST = "buddhist", "Phật giáo"
    CATHOLIC = "catholic", "Công giáo"
    PROTESTANT = "protestant", "Tin lành"
    CAO_DAI = "cao_dai", "Cao Đài"
    HOA_HAO = "hoa_hao", "Phật giáo Hòa Hảo"
    MUSLIM = "muslim", "Hồi giáo"
    OTHER = "other", "tôn giáo khác"
    UNKNOWN = UNKNOWN, "chưa rõ"


class Education(models.TextChoices):
    """The three steps of the composition table of elections."""

    POSTGRADUATE = "postgraduate", "trên đại học"
    UNIVERSITY = "university", "đại học"
    BELOW = "college_and_below", "cao đẳng trở xuống"
    UNKNOWN = UNKNOWN, "chưa rõ"


class PoliticalTheory(models.TextChoices):
    ADVANCED = "advanced", "cử nhân, cao cấp"
    INTERMEDIATE = "intermediate", "trung cấp"
    ELEMENTARY = "elementary", "sơ cấp"
    NONE = "none", "chưa qua đào tạo"
    UNKNOWN = UNKNOWN, "chưa rõ"


class Origin(models.TextChoices):
    ELECTED = "elected", "bầu đầu nhiệm kỳ"
    BY_ELECTED = "by_elected", "bầu bổ sung"


class EndReason(models.TextChoices):
    """Why a delegate is no longer one before the term ends."""

    DECEASED = "deceased", "từ trần"
    TRANSFERRED = "transferred", "chuyển công tác, nơi cư trú"
    RESIGNED = "resigned", "xin thôi làm nhiệm vụ"
    DISMISSED = "dismissed", "miễn nhiệm"
    REMOVED = "removed", "bãi nhiệm"


DECIDED = frozenset({EndReason.RESIGNED, EndReason.DISMISSED, EndReason.REMOVED})
"""Endings that the council decides: at which session has to be said."""


class PositionRole(models.TextChoices):
    CHAIR = "chair", "Chủ tịch"
    VICE_CHAIR = "vice_chair", "Phó Chủ tịch"
    HEAD = "head", "Trưởng ban"
    DEPUTY_HEAD = "deputy_head", "Phó Trưởng ban"
    GROUP_HEAD = "group_head", "Tổ trưởng"
    GROUP_DEPUTY = "group_deputy", "Tổ phó"
    CHIEF = "chief", "Chánh Văn phòng"
    DEPUTY_CHIEF = "deputy_chief", "Phó Chánh Văn phòng"
    MEMBER = "member", "Ủy viên"
    GROUP_MEMBER = "group_member", "Tổ viên"
