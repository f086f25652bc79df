"""The journal: append-only, one hash chain per council, plus chain 0 for what belongs to the whole installation.

Entries name people and records by value and not by key, so that the journal stands at the bottom of the house
and still reads when what it tells of is gone.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q


class Chain(models.Model):
    """The head of one council's chain; its row lock puts writers in line, its hash betrays a cut tail."""

    council_id = models.BigIntegerField(primary_key=True)
    length = models.BigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "chuỗi nhật ký"

    def __str__(self) -> str:
        return f"Chuỗi nhật ký {self.council_id}"


class EntryQuerySet(models.QuerySet["Entry"]):
    def of_record(self, record: models.Model) -> EntryQuerySet:
        """The story of one record, oldest first: its own entries and those of many records that name it."""
        which = {"record_type": record._meta.label_lower, "record_id": record.pk}
        mentioned = Mention.objects.filter(**which).values("entry")
        return self.filter(Q(**which) | Q(pk__in=mentioned)).order_by("pk")

    def update(self, **kwargs: Any) -> int:
        raise TypeError("Nhật ký chỉ ghi thêm, không sửa.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("Nhật ký chỉ ghi thêm, không xóa.")


class Entry(models.Model):
    """One act: who did what to which record and when, with old and new values, chained to the entry before it."""

    council_id = models.BigIntegerField()
    sequence = models.BigIntegerField()
    at = models.DateTimeField("lúc")
    actor_id = models.BigIntegerField()
    actor_name = models.CharField("người thực hiện", max_length=120)
    verb = models.CharField("việc", max_length=60)
    record_type = models.CharField(max_length=80)
    record_id = models.BigIntegerField(null=True)
    record_label = models.CharField(max_length=200)
    changes = models.JSONField(default=dict)
    reason = models.TextField("lý do", blank=True)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "mục nhật ký"
        verbose_name_plural = "nhật ký"
        constraints = [
            models.UniqueConstraint(fields=["council_id", "sequence"], name="audit_entry_one_per_place")
        ]
        indexes = [models.Index(fields=["record_type", "record_id", "id"], name="audit_entry_of_record")]

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.verb} {self.record_label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("Nhật ký chỉ ghi thêm, không sửa.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("Nhật ký chỉ ghi thêm, không xóa.")


class Mention(models.Model):
    """A record that an entry about many records tells of: the way from the record to that entry."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="mentions")
    record_type = models.CharField(max_length=80)
    record_id = models.BigIntegerField()

    class Meta:
        verbose_name = "bản ghi được nhắc đến"
        indexes = [models.Index(fields=["record_type", "record_id"], name="audit_mentions_of_record")]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id}"


class Versioned(models.Model):
    """A record whose changes are told apart: the second of two editors is told, and loses nothing."""

    UNTOLD: ClassVar[frozenset[str]] = frozenset()
    """Fields whose values the journal never keeps, only that they changed: passwords, secrets."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def derive(self) -> None:
        """Fill what follows from other fields, before the model is checked and written."""
