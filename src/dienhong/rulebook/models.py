"""What an administrator adds to the presets: own values of rules, corrections of the calendar, the fields."""

from __future__ import annotations

from datetime import date
from typing import Any, Self
from uuid import uuid4

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q

from dienhong.audit.models import Versioned
from dienhong.organisations.kinds import Level
from dienhong.rulebook.presets import preset_field_groups
from dienhong.rulebook.rulebook import Override
from dienhong.rulebook.rules import Unit
from dienhong.rulebook.values import UNIT_NAMES, parse_value
from dienhong.rulebook.working_days import KIND_NAMES, DayKind, SpecialDay

ORDINARY = "ordinary"
"""A day that the presets call special and that is none."""


def unit_choices() -> list[tuple[str, str]]:
    return [(unit.value, UNIT_NAMES[unit]) for unit in Unit]


def day_choices() -> list[tuple[str, str]]:
    return [*((kind.value, name) for kind, name in KIND_NAMES.items()), (ORDINARY, "ngày bình thường")]


def group_choices() -> list[tuple[str, str]]:
    return list(preset_field_groups().items())


class Revision(models.Model):
    """One row: its token changes with every row of the rulebook, so that each process knows when to read anew.

    A token and not a counter: after a rolled-back change no two contents share one.
    """

    token = models.CharField(max_length=32)

    class Meta:
        verbose_name = "lần sửa quy tắc"

    def __str__(self) -> str:
        return self.token

    @classmethod
    def current(cls) -> str:
        return cls.objects.filter(pk=1).values_list("token", flat=True).first() or ""

    @classmethod
    def renew(cls) -> None:
        cls.objects.update_or_create(pk=1, defaults={"token": uuid4().hex})

    @classmethod
    def lock(cls) -> None:
        """Put writers of the rulebook in line until the end of the transaction."""
        cls.objects.get_or_create(pk=1, defaults={"token": uuid4().hex})
        cls.objects.select_for_update().get(pk=1)


class Common(Versioned):
    """A row common to the whole installation; writing it makes every process read the rulebook anew."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            Revision.renew()


class RuleOverride(Common):
    """An administrator's own value of a rule for a time, with its basis, whose it is and why."""

    code = models.CharField("quy tắc", max_length=60, editable=False)
    value = models.CharField("giá trị", max_length=20)
    unit = models.CharField("tính theo", max_length=20, choices=unit_choices)
    level = models.CharField("áp dụng cho", max_length=10, choices=Level, blank=True)
    basis = models.CharField("căn cứ", max_length=300)
    in_force_from = models.DateField("có hiệu lực từ ngày")
    in_force_to = models.DateField("đến hết ngày", null=True, blank=True)
    reason = models.TextField("lý do", max_length=1000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người đặt", editable=False
    )
    cancelled_at = models.DateTimeField("hủy lúc", null=True, editable=False)
    cancel_reason = models.TextField("lý do hủy", blank=True, editable=False)

    class Meta:
        verbose_name = "giá trị riêng của quy tắc"
        verbose_name_plural = "giá trị riêng của quy tắc"
        ordering = ["code", "in_force_from", "pk"]
        constraints = [
            models.CheckConstraint(
                name="rulebook_override_ends_after_it_begins",
                condition=Q(in_force_to=None) | Q(in_force_to__gte=F("in_force_from")),
                violation_error_message="Ngày hết hiệu lực đứng trước ngày có hiệu lực.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.value} {self.get_unit_display()}"

    def as_override(self) -> Override:
        """The same as the pure rulebook takes it; raises Refused for a value that its unit does not allow."""
        unit = Unit(self.unit)
        return Override(
            code=self.code,
            value=parse_value(self.value, unit),
            unit=unit,
            basis=self.basis,
            in_force_from=self.in_force_from,
            in_force_to=self.in_force_to,
            author=str(self.author),
            reason=self.reason,
            levels=frozenset({self.level} if self.level else ()),
        )


class Holiday(Common):
    """A day of the calendar as an administrator knows it; it wins over the preset of the same date."""

    day = models.DateField(
        "ngày", unique=True, error_messages={"unique": "Ngày này đã có trong lịch; hãy sửa mục đã có."}
    )
    kind = models.CharField("loại", max_length=20, choices=day_choices)
    name = models.CharField("tên", max_length=120, blank=True)
    source = models.CharField("căn cứ", max_length=300, blank=True)
    verified = models.BooleanField("đã kiểm chứng", default=False)

    class Meta:
        verbose_name = "ngày nghỉ, ngày làm bù"
        verbose_name_plural = "ngày nghỉ, ngày làm bù"
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {self.name or self.get_kind_display()}"

    def as_special_day(self) -> SpecialDay | None:
        """The same for the pure calendar; None for a day that is none."""
        if self.kind == ORDINARY:
            return None
        return SpecialDay(self.day, DayKind(self.kind), self.name, self.verified, self.source)


class FieldQuerySet(models.QuerySet["Field"]):
    def on(self, day: date) -> Self:
        """The fields in use on a day."""
        return self.filter(Q(retired_on=None) | Q(retired_on__gt=day))


class Field(Common):
    """A field (lĩnh vực): one catalogue for petitions, questions, oversight, resolutions and letters."""

    code = models.SlugField("mã", max_length=40, unique=True, editable=False)
    name = models.CharField("tên", max_length=120)
    group = models.CharField("nhóm", max_length=20, choices=group_choices)
    order = models.PositiveSmallIntegerField("thứ tự", default=500)
    retired_on = models.DateField("thôi dùng từ ngày", null=True, blank=True, editable=False)

    objects = FieldQuerySet.as_manager()

    class Meta:
        verbose_name = "lĩnh vực"
        verbose_name_plural = "lĩnh vực"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(retired_on=None),
                name="rulebook_one_living_field_name",
                violation_error_message="Đã có lĩnh vực đang dùng mang tên này.",
            )
        ]

    def __str__(self) -> str:
        return self.name
