"""Questions that delegates put, the times at which they are put, and hearings before the standing committee."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.states import SessionKind
from dienhong.followup.models import Followed, shortened
from dienhong.followup.states import OriginKind
from dienhong.meetings.models import Meeting
from dienhong.organisations.models import Organisation
from dienhong.people.models import Mandate, Term
from dienhong.questioning import deadlines
from dienhong.questioning.states import (
    Broadcast,
    HearingStatus,
    Manner,
    QuestionStatus,
    Satisfaction,
    TimeVenue,
    Venue,
)
from dienhong.registers.models import Record
from dienhong.rulebook.models import Field
from dienhong.vietnamese.dates import format_date


class Question(Followed):
    """What a delegate or a delegate group asks a person of a body to answer for; it counts on the day it was put."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("text", "asker", "group", "asked_by", "person", "body", "field")
    ORIGIN: ClassVar[OriginKind] = OriginKind.QUESTION
    DUE_RULE: ClassVar[str] = deadlines.PROMISE_REPORT

    text = models.TextField("nội dung chất vấn")
    field = models.ForeignKey(Field, models.PROTECT, related_name="+", verbose_name="lĩnh vực")
    venue = models.CharField("nơi chất vấn", max_length=10, choices=Venue, default=Venue.SESSION)
    session = models.ForeignKey(
        CouncilSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name="kỳ họp",
    )
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name="phiên họp Thường trực",
    )
    asked_on = models.DateField("ngày chất vấn")
    manner = models.CharField("hình thức chất vấn", max_length=8, choices=Manner, default=Manner.ORAL)
    asker = models.ForeignKey(
        Mandate,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name="đại biểu chất vấn",
    )
    group = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Tổ đại biểu chất vấn",
    )
    asked_by = models.CharField(
        "người chất vấn khác",
        max_length=300,
        blank=True,
        help_text="Họ tên đại biểu chưa có trong sổ đại biểu.",
    )
    body = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="cơ quan bị chất vấn"
    )
    person = models.CharField("người bị chất vấn", max_length=120, blank=True)
    post = models.CharField("chức vụ", max_length=160, blank=True)
    answer_manner = models.CharField("hình thức trả lời", max_length=8, choices=Manner, default=Manner.ORAL)
    answer_due_on = models.DateField("hạn trả lời bằng văn bản", null=True, editable=False)
    answered_on = models.DateField("trả lời ngày", null=True, blank=True)
    answered_by = models.CharField(
        "người trả lời", max_length=200, blank=True, help_text="Khi không phải người bị chất vấn."
    )
    answer_number = models.CharField("số, ký hiệu văn bản trả lời", max_length=60, blank=True)
    answer = models.TextField("nội dung trả lời", blank=True)
    satisfaction = models.CharField(
        "ý kiến của người chất vấn", max_length=12, choices=Satisfaction, blank=True
    )
    status = models.CharField(
        "trạng thái", max_length=10, choices=QuestionStatus, default=QuestionStatus.PUT, editable=False
    )

    class Meta(Followed.Meta):
        verbose_name = "chất vấn"
        verbose_name_plural = "chất vấn"
        constraints = [*Record.Meta.constraints]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["council", "status", "answer_due_on"], name="questions_due"),
            models.Index(fields=["session", "asked_on"], name="questions_of_session"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {shortened(self.text, 80)}"

    @property
    def title(self) -> str:
        return shortened(self.text)

    @property
    def askers(self) -> str:
        """Everybody who asks, as a list prints them."""
        with_them = [part.mandate for part in self.co_askers.all() if not part.is_cancelled]
        named = (self.asker, *with_them, self.group, self.asked_by)
        return ", ".join(str(name) for name in named if name)

    @property
    def is_said(self) -> bool:
        """Whether anything is told of an answer."""
        return any((self.answered_by, self.answer_number, self.answer, self.satisfaction))

    def due_from(self, on: date) -> date | None:
        """What was promised is reported on before the next regular session opens."""
        later = CouncilSession.objects.counted().filter(
            council=self.council_id, kind=SessionKind.REGULAR, opens_on__gt=on
        )
        session = later.order_by("opens_on").first()
        return session.opens_on if session else None

    def derive(self) -> None:
        self.counts_on = self.asked_on
        if self.status != QuestionStatus.WITHDRAWN:
            self.status = QuestionStatus.ANSWERED if self.answered_on else QuestionStatus.PUT
        due = None
        if self.answer_manner == Manner.WRITTEN:
            due = deadlines.deadline(deadlines.WRITTEN_ANSWER, self.asked_on, self.council.level)
        self.answer_due_on = due.day if due else None
        super().derive()


class CoAsker(Record):
    """A delegate who asks together with the one who puts the question."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("mandate", "question")

    question = models.ForeignKey(Question, models.PROTECT, related_name="co_askers", verbose_name="chất vấn")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+", verbose_name="đại biểu")

    class Meta(Record.Meta):
        verbose_name = "đại biểu cùng chất vấn"
        verbose_name_plural = "đại biểu cùng chất vấn"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["question", "mandate"],
                condition=Q(cancelled_at=None),
                name="questioning_co_asker_once",
                violation_error_message="Đại biểu này đã được ghi cùng chất vấn.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.mandate)

    @property
    def title(self) -> str:
        return str(self.mandate)

    def derive(self) -> None:
        self.counts_on = self.question.asked_on
        super().derive()


class QuestionTime(Record):
    """The part of a session, or the meeting of the standing committee, in which questions are put and answered."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "chair", "note")

    venue = models.CharField(
        "nơi chất vấn",
        max_length=10,
        choices=TimeVenue,
        default=TimeVenue.SESSION,
    )
    session = models.ForeignKey(
        CouncilSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="question_times",
        verbose_name="kỳ họp",
    )
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="question_times",
        verbose_name="phiên họp Thường trực",
    )
    held_on = models.DateField("ngày tổ chức")
    chair = models.CharField("chủ trì", max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField("thời lượng (phút)", null=True, blank=True)
    speakers = models.PositiveSmallIntegerField("số đại biểu chất vấn", null=True, blank=True)
    answerers = models.PositiveSmallIntegerField("số người trả lời", null=True, blank=True)
    broadcast = models.CharField(
        "truyền hình, truyền thanh", max_length=8, choices=Broadcast, default=Broadcast.UNKNOWN
    )
    note = models.TextField("ghi chú", blank=True)

    class Meta(Record.Meta):
        verbose_name = "phiên chất vấn"
        verbose_name_plural = "phiên chất vấn"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["council", "venue", "held_on"],
                condition=Q(cancelled_at=None),
                name="question_time_once_a_day",
                violation_error_message="Ngày này đã ghi phiên chất vấn.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        """ "Phiên chất vấn tại Kỳ họp thứ 7 (thường lệ), 19/7/2023"."""
        where = f"tại {self.session.title}" if self.session else str(self.said("venue"))
        return f"Phiên chất vấn {where}, {format_date(self.held_on)}"

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()


class Hearing(Followed):
    """Explanations that the standing committee demands of bodies: numbered in the term, with a conclusion."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "chair", "conclusion_number", "conclusion", "invited")
    ORIGIN: ClassVar[OriginKind] = OriginKind.HEARING

    term = models.ForeignKey(Term, models.PROTECT, related_name="hearings", verbose_name="khóa, nhiệm kỳ")
    ordinal = models.PositiveSmallIntegerField("lần thứ")
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hearings",
        verbose_name="phiên họp Thường trực",
    )
    held_on = models.DateField("ngày tổ chức")
    place = models.CharField("địa điểm", max_length=200, blank=True)
    chair = models.CharField("chủ trì", max_length=200, blank=True)
    invited = models.TextField("thành phần mời", blank=True)
    notice_on = models.DateField("thông báo cho người giải trình ngày", null=True, blank=True)
    notice_number = models.CharField("số, ký hiệu thông báo", max_length=60, blank=True)
    conclusion_number = models.CharField("số, ký hiệu thông báo kết luận", max_length=60, blank=True)
    concluded_on = models.DateField("ngày thông báo kết luận", null=True, blank=True)
    members = models.PositiveSmallIntegerField(
        "tổng số thành viên Thường trực",
        null=True,
        blank=True,
        help_text="Để trống thì lấy theo sổ chức vụ vào ngày tổ chức.",
    )
    in_favour = models.PositiveSmallIntegerField("số thành viên tán thành", null=True, blank=True)
    conclusion = models.TextField("nội dung kết luận", blank=True)
    status = models.CharField(
        "trạng thái", max_length=10, choices=HearingStatus, default=HearingStatus.PLANNED, editable=False
    )

    class Meta(Followed.Meta):
        verbose_name = "phiên giải trình"
        verbose_name_plural = "phiên giải trình"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["term", "ordinal"],
                condition=Q(cancelled_at=None),
                name="hearing_ordinal_once",
                violation_error_message="Nhiệm kỳ này đã có phiên giải trình mang số thứ tự đó.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        """ "Phiên giải trình lần thứ 2, nhiệm kỳ 2021-2026"."""
        years = f"{self.term.first_year}-{self.term.last_year}"
        return f"Phiên giải trình lần thứ {self.ordinal}, nhiệm kỳ {years}"

    @property
    def took_place(self) -> bool:
        return self.status != HearingStatus.PLANNED

    def derive(self) -> None:
        self.counts_on = self.held_on
        if self.concluded_on:
            self.status = HearingStatus.CONCLUDED
        elif self.status == HearingStatus.CONCLUDED:
            self.status = HearingStatus.HELD
        super().derive()


class HearingMatter(Record):
    """One matter of a hearing: what is to be explained, by which bodies, and who explained it."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("text", "body", "other_bodies", "explained_by", "field")

    hearing = models.ForeignKey(
        Hearing, models.PROTECT, related_name="matters", verbose_name="phiên giải trình"
    )
    text = models.TextField("nội dung giải trình")
    field = models.ForeignKey(Field, models.PROTECT, related_name="+", verbose_name="lĩnh vực")
    body = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="cơ quan giải trình"
    )
    other_bodies = models.CharField(
        "cơ quan, người cùng được yêu cầu",
        max_length=300,
        blank=True,
        help_text="Phân cách bằng dấu chấm phẩy.",
    )
    explained_by = models.CharField(
        "người giải trình", max_length=200, blank=True, help_text="Họ tên và chức vụ."
    )
    explanation = models.TextField("nội dung đã giải trình", blank=True)

    class Meta(Record.Meta):
        verbose_name = "nội dung giải trình"
        verbose_name_plural = "nội dung giải trình"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["hearing", "id"], name="matters_of_hearing"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {shortened(self.text, 80)}"

    @property
    def title(self) -> str:
        return shortened(self.text)

    def derive(self) -> None:
        self.counts_on = self.hearing.held_on
        super().derive()
