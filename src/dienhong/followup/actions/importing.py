"""A body's answers from its workbook: received, looked at row by row, recorded all or not at all.

A preview is the very recording, undone: so it says exactly what recording would say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.documents.numbering import take_number
from dienhong.files.actions import Upload, discard, stored
from dienhong.followup.actions.answering import answered
from dienhong.followup.actions.history import Happened, Story, stories
from dienhong.followup.actions.papers import RawFile, record_document
from dienhong.followup.actions.writing import write
from dienhong.followup.answer_book.comparing import compare, refuse_twice, show_refusal
from dienhong.followup.answer_book.reading import AnswerSheet, ReadAnswer, read_answers
from dienhong.followup.answer_book.sheet import ANSWER, PROMISED, RESULT
from dienhong.followup.models import AnswerBook, Assignment, IncomingDocument, Undertaking
from dienhong.followup.queries import last_answers
from dienhong.kernel.errors import Changed, Refused, Unreadable
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Organisation
from dienhong.workbook.preview import Preview, State

PREFIX = "BTL"
STALE = "Số liệu đã thay đổi từ lúc xem trước nên chưa ghi gì; hãy xem lại rồi xác nhận lần nữa."


def receive_book(
    *,
    council: Council,
    body: Organisation,
    number: str,
    issued_on: date,
    received_on: date,
    file: RawFile,
    by: User,
    at: datetime,
) -> AnswerBook:
    """Keep a filled workbook, to be looked at. Raises NotAllowed, or Refused with a sentence; then nothing is kept."""
    _require_clerk(council, by)
    _read(file[1], received_on)
    with stored(Upload(*file), council=council, by=by, at=at) as kept:
        code = take_number(council_id=council.pk, series=PREFIX, year=received_on.year)
        book = AnswerBook(council=council, body=body, number=number.strip(), issued_on=issued_on, file=kept)
        book.code, book.received_on = f"{PREFIX}-{received_on.year}-{code:03d}", received_on
        return acts.create(book, council_id=council.pk, by=by, at=at, verb="Nhận bảng trả lời")


def preview_book(book: AnswerBook, *, by: User, at: datetime) -> Preview:
    """What recording would do; nothing is kept. Raises NotAllowed."""
    return _record(book, by, at, keep=False)


def record_book(book: AnswerBook, *, expected: str, by: User, at: datetime) -> Preview:
    """Record every new answer if no row has an error, and nothing otherwise; ``Preview.saved`` tells which.

    ``expected`` is the fingerprint of the preview that was confirmed. Raises NotAllowed; Refused where the workbook was
    recorded or dropped already; Changed where what it is compared with is no longer what the preview showed.
    """
    return _record(book, by, at, keep=True, expected=expected)


@transaction.atomic
def drop_book(book: AnswerBook, *, by: User, at: datetime) -> None:
    """Take away a workbook that nobody recorded: it was the wrong one."""
    _require_clerk(book.council, by)
    _require_waiting(
        AnswerBook.objects.select_for_update(of=("self",)).select_related("file").get(pk=book.pk)
    )
    discard(book.file, reason="Bỏ bảng trả lời chưa ghi", by=by, at=at)


@dataclass(frozen=True)
class _Recording:
    """One workbook being recorded: by whom, the paper that its answers cite, the stories in which they are told."""

    book: AnswerBook
    paper: IncomingDocument
    by: User
    at: datetime
    stories: Mapping[str, Story]
    told: list[Story] = field(default_factory=list)

    def answer(self, said: ReadAnswer) -> None:
        """Tell of a row's answer; what is refused stands at its column, and the row leaves nothing."""
        result, promised_on = said.values.get(RESULT, ""), said.values.get(PROMISED)
        happened = Happened(
            self.book.received_on, said.values.get(ANSWER, ""), self.paper, result, promised_on
        )
        story = self.stories[said.code]
        part = next(part for part in story.parts if part.organisation_id == self.book.body_id)
        try:
            answered(story, part, happened, self.by, self.at)
        except Refused as refusal:
            show_refusal(said, refusal)
        else:
            self.told.append(story)


@transaction.atomic
def _record(book: AnswerBook, by: User, at: datetime, *, keep: bool, expected: str = "") -> Preview:
    _require_clerk(book.council, by)
    Council.objects.select_for_update(no_key=True).get(pk=book.council_id)
    book = AnswerBook.objects.select_related("council", "body", "file").get(pk=book.pk)
    _require_waiting(book)
    sheets = _read(book.file.read(), book.received_on)
    preview = _preview(book, sheets, by, at)
    if keep and preview.fingerprint != expected:
        raise Changed(STALE)
    new = preview.counts[State.NEW]
    saved = keep and not preview.has_errors and new > 0
    if saved:
        values = {"recorded_at": at, "answers": new}
        told: dict[str, Any] = {"council_id": book.council_id, "by": by, "at": at}
        acts.update(book, values, expected_version=book.version, verb="Ghi bảng trả lời", **told)
    else:
        transaction.set_rollback(True)
    return replace(preview, saved=saved)


def _preview(book: AnswerBook, sheets: Sequence[AnswerSheet], by: User, at: datetime) -> Preview:
    """Compare and record each row; the caller keeps that or undoes it."""
    answers = [answer for sheet in sheets for answer in sheet.answers]
    parts, body = _parts(book), str(book.body)
    last = last_answers(parts.values())
    given: dict[str, Any] = {"number": book.number, "issued_on": book.issued_on, "issuer": book.body}
    paper = record_document(council=book.council, by=by, at=at, **given)
    told = [parts[answer.code].undertaking_id for answer in answers if answer.code in parts]
    found = stories(Undertaking.objects.filter(pk__in=told))
    recording = _Recording(book, paper, by, at, {story.undertaking.code: story for story in found})
    refuse_twice(answers)
    for answer in answers:
        part = parts.get(answer.code)
        compare(answer, part, last.get(part.pk) if part else None, body)
        if part and answer.row.state is State.NEW:
            recording.answer(answer)
    write(recording.told, by, at)
    return Preview(book.file.name, book.file.sha256, tuple(answer.row for answer in answers))


def _parts(book: AnswerBook) -> dict[str, Assignment]:
    """Running parts of the body by their undertaking's code."""
    running = Assignment.objects.running().filter(organisation=book.body, undertaking__council=book.council)
    standing = running.filter(undertaking__cancelled_at=None).select_related("undertaking", "organisation")
    return {part.undertaking.code: part for part in standing}


def _read(content: bytes, received_on: date) -> list[AnswerSheet]:
    try:
        return read_answers(content, received_on)[1]
    except Unreadable as unreadable:
        raise Refused.because("answers.unreadable", unreadable.sentence, "file") from unreadable


def _require_waiting(book: AnswerBook) -> None:
    if book.recorded_at:
        raise Refused.because("answers.recorded", "Bảng trả lời này đã được ghi.")
    if book.file.discarded_at:
        raise Refused.because("answers.dropped", "Bảng trả lời này đã bỏ.")


def _require_clerk(council: Council, by: User) -> None:
    access_of(by).require(council, {Role.CLERK}, f"Chỉ chuyên viên của {council.name} ghi bảng trả lời.")
