"""Units, councils and organisations with their dates; who holds which role where."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dienhong.audit.models import Versioned
from dienhong.organisations.among import Among
from dienhong.organisations.kinds import Level, OrganisationKind, Reach, Role, UnitKind
from dienhong.organisations.slugs import RESERVED_SLUGS, council_slug_validator
from dienhong.vietnamese.collation import sort_key
from dienhong.vietnamese.text import fold

if TYPE_CHECKING:
    from dienhong.accounts.models import User

__all__ = [
    "RESERVED_SLUGS",
    "AdministrativeUnit",
    "Council",
    "Organisation",
    "Placement",
    "RoleGrant",
    "Succession",
]


class DatedQuerySet(models.QuerySet[Any]):
    """Rows with ``from_on`` (first day) and ``to_on`` (last day, or none)."""

    def on(self, day: date) -> Self:
        return self.filter(Q(from_on__lte=day), Q(to_on=None) | Q(to_on__gte=day))


def words_of(text: str, column: str) -> Q:
    """Rows whose folded ``column`` holds every word of ``text``."""
    return Q(*(Q(**{f"{column}__contains": word}) for word in fold(text).split()))


class Named(models.Model):
    """Something with a Vietnamese name: sorted by the alphabet, found without diacritics."""

    name = models.CharField("tên", max_length=200)
    sort_key = models.BinaryField(editable=False, max_length=600)
    folded = models.CharField(editable=False, max_length=400)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def derive(self) -> None:
        """Fill what follows from the name; runs before every write."""
        self.sort_key = sort_key(self.name)
        self.folded = fold(self.name)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        super().save(*args, **kwargs)


class AdministrativeUnit(Named, Versioned):
    """A province, district or commune, under the code of the General Statistics Office, from one date to another."""

    code = models.CharField(
        "mã",
        max_length=10,
        unique=True,
        error_messages={"unique": "Mã này đã có đơn vị khác mang."},
    )
    kind = models.CharField("loại", max_length=20, choices=UnitKind)
    level = models.CharField("cấp", max_length=10, choices=Level, editable=False)
    established_on = models.DateField("thành lập từ ngày", null=True, blank=True)
    dissolved_on = models.DateField("hết hiệu lực từ ngày", null=True, blank=True)

    class Meta:
        verbose_name = "đơn vị hành chính"
        verbose_name_plural = "đơn vị hành chính"
        constraints = [
            models.CheckConstraint(
                name="organisations_unit_ends_after_it_begins",
                condition=Q(dissolved_on=None)
                | Q(established_on=None)
                | Q(dissolved_on__gt=F("established_on")),
                violation_error_message="Ngày hết hiệu lực phải sau ngày thành lập.",
            )
        ]

    def derive(self) -> None:
        super().derive()
        self.level = UnitKind(self.kind).level


class Placement(models.Model):
    """Which unit a unit belonged to, and when: the tree of 2023 is not the tree of 2026."""

    unit = models.ForeignKey(AdministrativeUnit, models.PROTECT, related_name="placements")
    parent = models.ForeignKey(AdministrativeUnit, models.PROTECT, related_name="placed_below")
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "vị trí của đơn vị"
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(to_on=None), name="organisations_one_open_placement"
            ),
            models.CheckConstraint(
                name="organisations_placement_ends_after_it_begins",
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
            ),
        ]
        indexes = [models.Index(fields=["parent", "unit"], name="organisations_placed_below")]

    def __str__(self) -> str:
        return f"{self.unit} thuộc {self.parent}"


class Succession(models.Model):
    """A unit that ended handed its area, whole or in part, to another: history is many-to-many."""

    predecessor = models.ForeignKey(AdministrativeUnit, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(AdministrativeUnit, models.PROTECT, related_name="inheritances")
    on = models.DateField("từ ngày")
    whole = models.BooleanField("toàn bộ", default=True)

    class Meta:
        verbose_name = "kế thừa"
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="organisations_succession_once")
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class CouncilQuerySet(models.QuerySet["Council"]):
    def below(self, council: Council, *, first: date, last: date) -> CouncilQuerySet:
        """The councils that stood below ``council`` on any day from ``first`` to ``last``, at any depth."""
        return self.filter(_placed_below([council.unit_id], first, last))

    def visible_to(self, user: User) -> CouncilQuerySet:
        """The councils in which the user has any role, and those in the reach of one."""
        from dienhong.organisations.access import access_of  # noqa: PLC0415 - access is worked out from these models

        access = access_of(user)
        return self if access.everywhere else self.filter(Among("pk", access.known_councils))

    def administered_by(self, user: User) -> CouncilQuerySet:
        """The councils that the user administers."""
        from dienhong.organisations.access import access_of  # noqa: PLC0415 - as above

        access = access_of(user)
        return self if access.everywhere else self.filter(pk__in=access.administers)

    def standing(self, day: date) -> CouncilQuerySet:
        """Those whose unit has not ended by ``day``."""
        return self.filter(Q(unit__dissolved_on=None) | Q(unit__dissolved_on__gt=day))

    def matching(self, text: str) -> CouncilQuerySet:
        """Those whose name holds every word of ``text``, whatever its case and diacritics; or the unit's code."""
        sought = text.strip()
        return self.filter(words_of(sought, "folded") | Q(unit__code=sought)) if sought else self

    def in_order(self) -> CouncilQuerySet:
        """From the top level down, each in the order of the alphabet."""
        rank = models.Case(
            *(models.When(level=level, then=place) for place, level in enumerate(Level)),
            output_field=models.SmallIntegerField(),
        )
        return self.order_by(rank, "sort_key", "pk")


class Council(Named, Versioned):
    """The People's Council of one unit; it owns every record. Its slug never changes."""

    unit = models.OneToOneField(
        AdministrativeUnit, models.PROTECT, related_name="council", verbose_name="đơn vị"
    )
    level = models.CharField("cấp", max_length=10, choices=Level, editable=False)
    slug = models.SlugField(
        "địa chỉ ngắn",
        max_length=80,
        unique=True,
        validators=[council_slug_validator],
        error_messages={"unique": "Địa chỉ ngắn này đã có Hội đồng khác dùng."},
    )
    short_name = models.CharField("tên gọi ngắn", max_length=120)
    is_sample = models.BooleanField("dữ liệu mẫu", default=False, editable=False)

    objects = CouncilQuerySet.as_manager()

    class Meta:
        verbose_name = "Hội đồng nhân dân"
        verbose_name_plural = "Hội đồng nhân dân"
        indexes = [models.Index(fields=["level", "sort_key"], name="organisations_council_order")]

    def derive(self) -> None:
        super().derive()
        self.level = UnitKind(self.unit.kind).level


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, user: User) -> OrganisationQuerySet:
        """The organisations around the councils that the user knows."""
        return self.filter(council__in=Council.objects.visible_to(user))

    def on(self, day: date) -> OrganisationQuerySet:
        """Those that existed on ``day``."""
        return self.filter(
            Q(established_on=None) | Q(established_on__lte=day),
            Q(dissolved_on=None) | Q(dissolved_on__gt=day),
        )


class Organisation(Named, Versioned):
    """Any actor around a council: its own bodies, the executive and its departments, the front, courts, police…"""

    council = models.ForeignKey(
        Council, models.PROTECT, related_name="organisations", verbose_name="thuộc địa bàn của"
    )
    kind = models.CharField("loại", max_length=20, choices=OrganisationKind)
    short_name = models.CharField("tên gọi ngắn", max_length=120, blank=True)
    established_on = models.DateField("thành lập từ ngày", null=True, blank=True)
    dissolved_on = models.DateField("kết thúc từ ngày", null=True, blank=True, editable=False)
    number = models.PositiveSmallIntegerField("số", null=True, blank=True)
    place = models.CharField("địa bàn", max_length=200, blank=True)
    successors = models.ManyToManyField(
        "self", symmetrical=False, related_name="predecessors", blank=True, verbose_name="cơ quan kế thừa"
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "cơ quan, tổ chức"
        verbose_name_plural = "cơ quan, tổ chức"
        constraints = [
            models.UniqueConstraint(
                fields=["council", "name"],
                condition=Q(dissolved_on=None),
                name="organisations_one_living_name",
                violation_error_message="Đã có cơ quan đang hoạt động mang tên này.",
            ),
            models.CheckConstraint(
                name="organisations_ends_after_it_begins",
                condition=Q(dissolved_on=None)
                | Q(established_on=None)
                | Q(dissolved_on__gt=F("established_on")),
                violation_error_message="Ngày kết thúc phải sau ngày thành lập.",
            ),
        ]
        indexes = [models.Index(fields=["council", "kind", "sort_key"], name="organisations_of_council")]

    def __str__(self) -> str:
        return self.short_name or self.name

    def existed_on(self, day: date) -> bool:
        """Whether it is one of those ``on`` the day."""
        begun = self.established_on is None or self.established_on <= day
        return begun and (self.dissolved_on is None or self.dissolved_on > day)


class GrantQuerySet(DatedQuerySet):
    def open(self, day: date) -> Self:
        """Those that run on ``day`` or begin later."""
        return self.filter(Q(to_on=None) | Q(to_on__gte=day))

    def administering_below(self) -> Self:
        """Those that make an administrator of a council and all below it."""
        return self.filter(role=Role.ADMINISTRATOR, reach=Reach.OWN_AND_BELOW, user__is_active=True)


class RoleGrant(Versioned):
    """One role of one person in one council (for an agency: in one organisation), from a day to a day."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="grants", verbose_name="người dùng"
    )
    role = models.CharField("vai trò", max_length=20, choices=Role)
    council = models.ForeignKey(Council, models.PROTECT, related_name="grants", verbose_name="Hội đồng")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="grants", verbose_name="cơ quan"
    )
    reach = models.CharField("phạm vi", max_length=20, choices=Reach, default=Reach.OWN)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày", null=True, blank=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = "vai trò được giao"
        verbose_name_plural = "vai trò được giao"
        constraints = [
            models.CheckConstraint(
                name="organisations_grant_ends_after_it_begins",
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
            ),
            models.CheckConstraint(
                name="organisations_agency_names_its_organisation",
                condition=~Q(role=Role.AGENCY) | Q(organisation__isnull=False),
                violation_error_message="Vai trò cơ quan được giao trả lời phải nêu rõ là cơ quan nào.",
            ),
        ]
        indexes = [models.Index(fields=["user", "from_on"], name="organisations_grants_of_user")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.council.short_name}"

    @property
    def administers_below(self) -> bool:
        """Whether it makes an administrator of a council and all below it."""
        return self.role == Role.ADMINISTRATOR and self.reach == Reach.OWN_AND_BELOW


def ids_below(unit_ids: list[int], *, first: date = date.min, last: date = date.max) -> list[int]:
    """Keys of the councils whose units stood below any of ``unit_ids`` on a day from ``first`` to ``last`` (ever)."""
    return list(Council.objects.filter(_placed_below(unit_ids, first, last)).values_list("pk", flat=True))


def _placed_below(unit_ids: list[int], first: date, last: date) -> Q:
    """The condition of that; the tree is at most three deep, so two steps reach its leaves."""
    placed = Placement.objects.filter(Q(from_on__lte=last), Q(to_on=None) | Q(to_on__gte=first))
    children = placed.filter(parent__in=unit_ids).values("unit")
    return Q(unit__in=children) | Q(unit__in=placed.filter(parent__in=children).values("unit"))
