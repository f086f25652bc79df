"""Không phát sinh: the council's word, in the workbook."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.organisations.models import Council
from dienhong.registers.models import NothingToReport

from ..factories import make_session
from .files import counts, imported, previewed, row, told, workbook


@pytest.mark.parametrize("mark", ["x", "X", "có", "Không phát sinh", True, 1])
def test_nothing_to_report_is_the_councils_word(commune: Council, clerk: User, mark: Any) -> None:
    preview = imported(workbook(nothing=mark), commune, clerk)
    assert counts(preview) == {"new": 1}
    word = NothingToReport.objects.get()
    assert (word.register, word.first, word.last) == (
        "council_sessions",
        date(2023, 1, 1),
        date(2023, 12, 31),
    )
    assert counts(imported(workbook(nothing=mark), commune, clerk)) == {"same": 1}


def test_nothing_to_report_may_stand_where_the_first_record_would(commune: Council, clerk: User) -> None:
    imported(workbook(["", "KHÔNG PHÁT SINH"]), commune, clerk)
    assert NothingToReport.objects.count() == 1


@pytest.mark.parametrize("mark", [None, "", "không", False])
def test_an_empty_mark_says_nothing(commune: Council, clerk: User, mark: Any) -> None:
    assert previewed(workbook(nothing=mark), commune, clerk).rows == ()


@pytest.mark.parametrize(
    ("rows", "mark", "year", "sentence"),
    [
        (
            [row()],
            "x",
            2023,
            "Trang này vừa ghi “Không phát sinh” vừa có 1 dòng; hãy bỏ dấu x hoặc bỏ các dòng ấy.",
        ),
        ([], "???", 2023, "“???” không rõ nghĩa; hãy gõ x nếu cả năm không phát sinh, hoặc để trống."),
        (
            [],
            "x",
            None,
            "Tệp không nêu năm nên không rõ năm nào không phát sinh; hãy ghi năm ở trang Hướng dẫn.",
        ),
    ],
)
def test_nothing_to_report_that_cannot_be_taken_at_its_word(
    commune: Council, clerk: User, rows: list[dict[str, Any]], mark: str, year: int | None, sentence: str
) -> None:
    preview = imported(workbook(*rows, nothing=mark, year=year), commune, clerk)
    assert told(preview) == [(2, "Không phát sinh", "error", sentence)]
    assert not CouncilSession.objects.exists()


def test_nothing_to_report_against_what_is_recorded_is_refused(commune: Council, clerk: User) -> None:
    make_session(commune, clerk)
    preview = imported(workbook(nothing="x"), commune, clerk)
    assert told(preview) == [(2, "", "error", "Sổ Kỳ họp đã có bản ghi trong năm 2023.")]
    assert not NothingToReport.objects.exists()
