"""What a filled row says beside what was answered before: new, the same, or wrong; pure but for what is handed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from dienhong.followup.answer_book.reading import ReadAnswer
from dienhong.followup.answer_book.sheet import ANSWER, CODE, PROMISED, RESULT
from dienhong.followup.models import Assignment, Progress
from dienhong.followup.states import Result
from dienhong.kernel.errors import Refused
from dienhong.vietnamese.dates import format_date
from dienhong.workbook.preview import Change, State

COLUMN_OF = {"result": RESULT, "text": ANSWER, "promised_on": PROMISED}
"""Where on the sheet stands what a rule speaks of; anything else is said of the row, at its code."""


def compare(answer: ReadAnswer, part: Assignment | None, last: Progress | None, body: str) -> None:
    """Say of a row which part it answers, what is new in it, or what is wrong."""
    if not answer.code:
        answer.refuse("Thiếu mã việc; hãy chép lại mã từ tệp đã tải về.")
    elif part is None:
        answer.refuse(f"Không có việc nào mang mã “{answer.code}” giao cho {body}.")
    else:
        answer.row.version = part.undertaking.version
        answer.row.changes = list(_changes(answer, last))
        if answer.row.state is State.NEW and not answer.row.changes:
            answer.row.state = State.SAME


def refuse_twice(answers: Iterable[ReadAnswer]) -> None:
    """One row for one undertaking: a second one is an error, wherever it stands."""
    first: dict[str, ReadAnswer] = {}
    for answer in answers:
        earlier = first.setdefault(answer.code, answer)
        if answer.code and earlier is not answer:
            answer.refuse(f"Mã này đã có ở trang “{earlier.row.sheet}”, dòng {earlier.row.number}.")


def show_refusal(answer: ReadAnswer, refusal: Refused) -> None:
    """What the rules say, each sentence at its column."""
    for found in refusal.violations:
        answer.refuse(found.sentence, COLUMN_OF.get(found.field or "", CODE))


def _changes(answer: ReadAnswer, last: Progress | None) -> Iterator[Change]:
    old, new = _words(_said(last)), _words(answer.values)
    labels = {column.name: column.label for column in answer.layout.columns.values()}
    return (Change(labels.get(n, n), old[n], new[n]) for n in new if old[n] != new[n])


def _said(line: Progress | None) -> Mapping[str, Any]:
    return {RESULT: line.result, ANSWER: line.text, PROMISED: line.promised_on} if line else {}


def _words(values: Mapping[str, Any]) -> dict[str, str]:
    """An answer as it is compared and shown: blanks and line ends make no difference."""
    result, promised = values.get(RESULT), values.get(PROMISED)
    return {
        RESULT: Result(result).label if result else "",
        ANSWER: " ".join(str(values.get(ANSWER, "")).split()),
        PROMISED: format_date(promised) if isinstance(promised, date) else "",
    }
