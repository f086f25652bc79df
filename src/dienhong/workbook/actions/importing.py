"""Importing a workbook. A preview is the very import, undone: so it says exactly what saving would say."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.models import Council
from dienhong.registers.actions import require_writer, say_nothing_to_report
from dienhong.workbook.actions.journal import journaled
from dienhong.workbook.actions.rows import Taking, take_rows
from dienhong.workbook.planning import Plan, plan_of
from dienhong.workbook.preview import Preview, State
from dienhong.workbook.reading import ReadBook

STALE = "Số liệu đã thay đổi từ lúc xem trước nên chưa ghi gì; hãy xem lại rồi xác nhận lần nữa."


def preview_workbook(book: ReadBook, *, council: Council, by: User, at: datetime) -> Preview:
    """What importing would do; nothing is kept. Raises NotAllowed."""
    return _import(book, council, by, at, keep=False)


def import_workbook(
    book: ReadBook, *, council: Council, by: User, at: datetime, expected: str | None = None
) -> Preview:
    """Save the whole file if no row has an error, and nothing otherwise; ``Preview.saved`` tells which.

    ``expected`` is the fingerprint of the preview that was confirmed. Raises NotAllowed, and Changed where the file
    or what it is compared with is no longer what the preview showed.
    """
    return _import(book, council, by, at, keep=True, expected=expected)


@transaction.atomic
def _import(
    book: ReadBook, council: Council, by: User, at: datetime, *, keep: bool, expected: str | None = None
) -> Preview:
    for register in {sheet.register.code: sheet.register for sheet in book.sheets}.values():
        require_writer(register, council, by)
    Council.objects.select_for_update(no_key=True).get(pk=council.pk)
    plan = plan_of(book, council, by)
    with journaled(plan, by, at) as gathered:
        for register, rows in plan.in_order():
            if rows:
                take_rows(Taking(plan, register, gathered, by, at), rows)
        _take_words(plan, by, at)
    preview = plan.preview()
    if expected is not None and preview.fingerprint != expected:
        raise Changed(STALE)
    saved = keep and not preview.has_errors
    if not saved:
        transaction.set_rollback(True)
    return replace(preview, saved=saved)


def _take_words(plan: Plan, by: User, at: datetime) -> None:
    for register, word in plan.words:
        try:
            say_nothing_to_report(register, council=plan.council, period=plan.period, by=by, at=at)
        except Refused as refusal:
            word.find(State.ERROR, refusal.sentence)
