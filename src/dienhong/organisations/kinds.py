"""Levels, kinds and roles: plain enums with the words that people see."""

from django.db import models


class Level(models.TextChoices):
    """The tier of a council. The district tier ended on 1 July 2025 (Law 72/2025/QH15, art. 51.3)."""

    PROVINCE = "province", "cấp tỉnh"
    DISTRICT = "district", "cấp huyện"
    COMMUNE = "commune", "cấp xã"


class UnitKind(models.TextChoices):
    PROVINCE = "province", "tỉnh"
    CITY = "city", "thành phố trực thuộc trung ương"
    DISTRICT = "district", "huyện"
    URBAN_DISTRICT = "urban_district", "quận"
    TOWN = "town", "thị xã"
    PROVINCIAL_CITY = "provincial_city", "thành phố thuộc tỉnh"
    COMMUNE = "commune", "xã"
    WARD = "ward", "phường"
    TOWNSHIP = "township", "thị trấn"
    SPECIAL_ZONE = "special_zone", "đặc khu"

    @property
    def level(self) -> Level:
        return _LEVEL_OF[self]


_LEVEL_OF = {
    UnitKind.PROVINCE: Level.PROVINCE,
    UnitKind.CITY: Level.PROVINCE,
    UnitKind.DISTRICT: Level.DISTRICT,
    UnitKind.URBAN_DISTRICT: Level.DISTRICT,
    UnitKind.TOWN: Level.DISTRICT,
    UnitKind.PROVINCIAL_CITY: Level.DISTRICT,
    UnitKind.COMMUNE: Level.COMMUNE,
    UnitKind.WARD: Level.COMMUNE,
    UnitKind.TOWNSHIP: Level.COMMUNE,
    UnitKind.SPECIAL_ZONE: Level.COMMUNE,
}


class OrganisationKind(models.TextChoices):
    STANDING_COMMITTEE = "standing_committee", "Thường trực HĐND"
    COMMITTEE = "committee", "Ban của HĐND"
    DELEGATE_GROUP = "delegate_group", "Tổ đại biểu HĐND"
    OFFICE = "office", "Văn phòng"
    EXECUTIVE = "executive", "Ủy ban nhân dân"
    DEPARTMENT = "department", "cơ quan chuyên môn của UBND"
    FRONT = "front", "Ủy ban MTTQ Việt Nam"
    COURT = "court", "Tòa án nhân dân"
    PROCURACY = "procuracy", "Viện kiểm sát nhân dân"
    ENFORCEMENT = "enforcement", "cơ quan thi hành án dân sự"
    POLICE = "police", "Công an"
    MILITARY = "military", "cơ quan quân sự"
    PARTY = "party", "cơ quan của Đảng"
    OTHER = "other", "cơ quan, tổ chức khác"


class Role(models.TextChoices):
    """What a person is to a council. A citizen needs no account and has no role."""

    CLERK = "clerk", "chuyên viên Văn phòng"
    LEADER = "leader", "Thường trực HĐND"
    COMMITTEE = "committee", "thành viên Ban"
    GROUP_LEADER = "group_leader", "Tổ trưởng Tổ đại biểu"
    DELEGATE = "delegate", "đại biểu"
    AGENCY = "agency", "cơ quan được giao trả lời"
    FRONT = "front", "Ủy ban MTTQ"
    ADMINISTRATOR = "administrator", "quản trị"


COUNCIL_ROLES = frozenset({Role.CLERK, Role.LEADER, Role.COMMITTEE, Role.GROUP_LEADER, Role.DELEGATE})
"""Who reads the working records of a council; an agency, the front and an administrator do not by that role alone."""


class Reach(models.TextChoices):
    OWN = "own", "Hội đồng này"
    OWN_AND_BELOW = "own_and_below", "Hội đồng này và các Hội đồng cấp dưới"
