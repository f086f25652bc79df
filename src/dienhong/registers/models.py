"""What every record of every register has; and a council's word that it has none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import connections, models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from dienhong.audit.models import Versioned
from dienhong.kernel.period import Period
from dienhong.organisations.access import access_of
from dienhong.organisations.among import Among, AmongFound
from dienhong.organisations.kinds import COUNCIL_ROLES, Role
from dienhong.organisations.models import Council
from dienhong.registers.search import HoldsWords, searchable, sought
from dienhong.vietnamese.text import fold

if TYPE_CHECKING:
    from dienhong.accounts.models import User


_WORDS = Concat(Value(" "), "folded", output_field=models.TextField())
"""The words that a record is found by, each after a blank."""


class RecordQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """The only door to records: lists, pages, search, exports, figures and counts all pass it."""
        access = access_of(user)
        return self if access.everywhere else self.of_councils(access.councils_read_by(self.model.READERS))

    def readable_by(self, user: User) -> Self:
        """Of those, what the user may open and read; the rest only counts, and stands masked in lists."""
        masked = self.model.masked_from(user)
        return self.visible_to(user) if masked is None else self.visible_to(user).filter(~masked)

    def of_councils(self, councils: Any) -> Self:
        """Records that these councils own, and those that others share with them."""
        return self.filter(self.model.of_councils(councils))

    def pieces_of(self, councils: Collection[int], user: User) -> list[Self]:
        """What these councils own and the user sees, and what others share with them: each has an index of its own."""
        seen, shared = self._seen_in(councils, user), self.model.shared_with(councils)
        return [seen.filter(self.model.owned_by(councils)), *([seen.filter(shared)] if shared else [])]

    def visible_in(self, councils: Collection[int], user: User) -> Self:
        """The pieces together."""
        return self._seen_in(councils, user).of_councils(councils)

    def _seen_in(self, councils: Collection[int], user: User) -> Self:
        """What the user sees, to be narrowed to these councils.

        Where the user reads all of them, whose it is says whether it is seen; not in a register with a door of its own.
        """
        access, usual = access_of(user), type(self).visible_to is RecordQuerySet.visible_to
        reads_all = access.everywhere or access.councils_read_by(self.model.READERS).issuperset(councils)
        return self if usual and reads_all else self.visible_to(user)

    def counted(self) -> Self:
        """Records that stand: everything but the cancelled."""
        return self.filter(cancelled_at=None)

    def in_period(self, period: Period) -> Self:
        return self.filter(counts_on__gte=period.first, counts_on__lt=period.until)

    def matching(self, text: str) -> Self:
        """Records in which each word of ``text`` begins a word, whatever its case and diacritics."""
        found = self.alias(words=_WORDS)
        for word in sought(text):
            found = found.filter(words__contains=f" {word}")
        return found

    def matching_of(self, councils: Collection[int], text: str) -> Self:
        """The same of records that are owned by these councils: by the index over their words, where there is one."""
        indexed = self.model.WORDS_INDEXED and connections[self.db].vendor == "postgresql"
        words = sought(text)
        return (
            self.filter(HoldsWords(self.model, councils, words)) if indexed and words else self.matching(text)
        )


class Record(Versioned):
    """One record of one register, owned by one council, in a period by ``counts_on``; cancelled, never deleted."""

    READERS: ClassVar[Collection[Role]] = COUNCIL_ROLES
    WRITERS: ClassVar[Collection[Role]] = frozenset({Role.CLERK})
    SEARCHED: ClassVar[tuple[str, ...]] = ()
    WORDS_INDEXED: ClassVar[bool] = False
    """Whether its words have an index where the database can (``search.words_index``): registers of many thousands."""
    FIELD_READERS: ClassVar[Mapping[str, Collection[Role]]] = {}
    """Fields that only these of the readers read, wherever the record is shown (see ``registers.sight``)."""
    REASON_FIELD: ClassVar[str] = ""
    """The field that keeps why the last step was taken, where lists and sheets tell it; the journal always does."""
    FOLLOWS: ClassVar[tuple[str, ...]] = ()
    """Fields of a part that ``derive`` takes from its whole, beside the day it counts on: due dates of a session."""
    SHARED: ClassVar[bool] = False
    """Whether records may be shared with other councils (rows of a ``Share``): theirs too, and one in a total."""
    MASK_SHOWS: ClassVar[Collection[str]] = ()
    """What the row of a masked record still tells, and what still filters and sorts it: fields and divisions by name.
    Every breakdown of an indicator that counts such records must be among them. Council and day are always told."""

    council = models.ForeignKey(
        Council, models.PROTECT, related_name="+", verbose_name="Hội đồng", editable=False
    )
    code = models.CharField("mã", max_length=24, editable=False)
    counts_on = models.DateField("tính vào ngày", editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi", editable=False
    )
    recorded_at = models.DateTimeField("ghi lúc", editable=False)
    cancelled_at = models.DateTimeField("hủy lúc", null=True, editable=False)
    cancel_reason = models.TextField("lý do hủy", blank=True, editable=False)
    folded = models.TextField(editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["council", "code"], name="%(class)s_code_once")]
        indexes = [models.Index(fields=["council", "-counts_on", "-id"], name="%(class)s_counted")]

    @classmethod
    def of_councils(cls, councils: Any) -> Q:
        """The condition that a record is owned by, or shared with, one of ``councils`` (keys or a queryset)."""
        shared = cls.shared_with(councils)
        return cls.owned_by(councils) | shared if shared else cls.owned_by(councils)

    @classmethod
    def owned_by(cls, councils: Any) -> Q:
        """The condition that a record, or a row that shares one, is of one of ``councils``."""
        if isinstance(councils, models.QuerySet):
            return Q(council__in=councils)
        return Q(Among("council", councils))

    @classmethod
    def shared_with(cls, councils: Any) -> Q | None:
        """The condition that others share a record with one of ``councils``; None where records are not shared."""
        if not cls.SHARED:
            return None
        return Q(AmongFound("pk", cls.share_rows().filter(cls.owned_by(councils)).values("record")))

    @classmethod
    def masked_from(cls, user: User) -> Q | None:
        """Records that count for the user but may not be read: a row "mật" in lists, no page, no search, no export.

        None where the register holds nothing of the kind.
        """
        return None

    @classmethod
    def share_rows(cls) -> models.QuerySet[Any]:
        """(record, council) of everything that is shared."""
        rows: Any = cls._meta.get_field("shares").related_model
        return rows._default_manager.filter(ended_at=None)  # type: ignore[no-any-return]

    def derive(self) -> None:
        """Fill what follows from the fields: the day it counts on and the words it is found by."""
        self.folded = searchable(" ".join(str(self.said(name) or "") for name in ("code", *self.SEARCHED)))

    def take_code(self, code: str) -> None:
        """Give a derived record its code, and let it be found by it."""
        self.code = code
        self.folded = f"{fold(code)} {self.folded}".strip()

    def said(self, name: str) -> Any:
        """A field as people read it: the label of a choice, else the value."""
        value, labels = getattr(self, name), _labels(type(self), name)
        return labels.get(value, value) if labels else value

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        super().save(*args, **kwargs)


class Share(models.Model):
    """A council with which a record is shared; a subclass adds the ``record`` (related name ``shares``)."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    ended_at = models.DateTimeField("thôi chung lúc", null=True, editable=False)

    class Meta:
        abstract = True


@cache
def _labels(model: type[Record], name: str) -> dict[Any, str]:
    """The choices of a field with their words; nothing for what has none."""
    field: Any = next((f for f in model._meta.concrete_fields if f.name == name), None)
    return {value: str(label) for value, label in field.flatchoices} if field and field.choices else {}


class NothingQuerySet(models.QuerySet["NothingToReport"]):
    def standing(self) -> Self:
        """The words that were not taken back."""
        return self.filter(withdrawn_at=None)

    def for_whole(self, period: Period) -> list[tuple[str, int]]:
        """(register, council) of whom the words, put together, say it of every day of the period."""
        said = (
            self.standing().filter(first__lte=period.last, last__gte=period.first).order_by("first", "last")
        )
        covered: dict[tuple[str, int], date] = {}
        for register, council, first, last in said.values_list("register", "council_id", "first", "last"):
            until = covered.setdefault((register, council), period.first)
            if first <= until:
                covered[register, council] = max(until, last + timedelta(days=1))
        return [key for key, until in covered.items() if until >= period.until]


class NothingToReport(models.Model):
    """A council's word that a register had nothing in a period: this, and only this, is zero; silence is missing."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    register = models.CharField("sổ", max_length=40)
    first = models.DateField("từ ngày")
    last = models.DateField("đến ngày")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("ghi lúc")
    withdrawn_at = models.DateTimeField("rút lại lúc", null=True, editable=False)

    objects = NothingQuerySet.as_manager()

    class Meta:
        verbose_name = "không phát sinh"
        verbose_name_plural = "không phát sinh"
        constraints = [
            models.UniqueConstraint(
                fields=["council", "register", "first", "last"],
                condition=Q(withdrawn_at=None),
                name="registers_nothing_said_once",
            ),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="registers_nothing_in_a_period"),
        ]

    def __str__(self) -> str:
        return f"{self.council.short_name}: {self.register} không phát sinh"

    @property
    def period(self) -> Period:
        return Period.between(self.first, self.last)
