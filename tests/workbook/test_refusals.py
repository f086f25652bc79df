"""What an import refuses: every wrong cell at once, by row and column, and nothing saved."""

from __future__ import annotations

from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.council_sessions.models import CouncilSession
from dienhong.organisations.models import Council

from ..factories import make_session
from .files import FIRST, counts, imported, previewed, row, told, workbook


def test_every_wrong_cell_is_named_with_what_would_be_right_and_nothing_is_saved(
    commune: Council, clerk: User
) -> None:
    bad = row(kind="hằng năm", ordinal="bảy tám", opens_on="31/02/2023")
    preview = imported(workbook(bad, row(ordinal=8)), commune, clerk)
    assert told(preview) == [
        (FIRST, "Loại kỳ họp", "error", "Không có mục “hằng năm”; hãy chọn: thường lệ, chuyên đề, đột xuất."),
        (FIRST, "Kỳ họp thứ", "error", "“bảy tám” không phải là một số nguyên; hãy gõ như 7 hoặc 1.650."),
        (
            FIRST,
            "Khai mạc ngày",
            "error",
            "“31/02/2023” không phải là một ngày có thật; hãy gõ như 18/7/2023.",
        ),
    ]
    assert (preview.saved, counts(preview)) == (False, {"new": 1, "error": 1})
    assert not CouncilSession.objects.exists()
    assert not Entry.objects.filter(council_id=commune.pk).exists()


@pytest.mark.parametrize(
    ("cells", "column", "sentence"),
    [
        (
            {"opens_on": None},
            "Khai mạc ngày",
            "Thiếu “Khai mạc ngày”. Gõ ngày/tháng/năm, ví dụ 18/7/2023. Bắt buộc.",
        ),
        ({"ordinal": 0}, "Kỳ họp thứ", "Kỳ họp đánh số từ 1."),
        ({"ordinal": -7}, "Kỳ họp thứ", "Giá trị này không được nhỏ hơn 0."),
        ({"place": "a" * 201}, "Địa điểm", "Mục này chỉ được dài tối đa 200 ký tự (hiện có 201)."),
        (
            {"opens_on": "18/5/2021"},
            "Khai mạc ngày",
            "Hội đồng chưa có khóa nào bắt đầu trước ngày 18/5/2021.",
        ),
        (
            {"nominal_year": 2021},
            "Thuộc chương trình năm",
            "Kỳ họp khai mạc năm 2023 chỉ thuộc chương trình năm 2023 hoặc năm liền trước.",
        ),
        (
            {"status": "đã bế mạc", "opens_on": "20/12/2023", "closes_on": "21/12/2023"},
            "Bế mạc ngày",
            "Chưa đến ngày bế mạc 21/12/2023 nên chưa ghi nhận được là đã bế mạc.",
        ),
        ({"closes_on": "17/7/2023"}, "Bế mạc ngày", "Ngày bế mạc không được trước ngày khai mạc."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_model_and_the_law_are_asked_about_every_row(
    commune: Council, clerk: User, cells: dict[str, Any], column: str, sentence: str
) -> None:
    preview = previewed(workbook(row(ordinal=1), row(**cells)), commune, clerk)
    assert [(n, c, s) for n, c, s, _ in told(preview)] == [(FIRST + 1, column, "error")]
    assert told(preview)[0][3] == sentence


def test_two_rows_about_one_thing_clash(commune: Council, clerk: User) -> None:
    preview = previewed(workbook(row(), row(ordinal=8), row(place="Nhà văn hóa")), commune, clerk)
    said = f"Dòng này trùng khóa, nhiệm kỳ, loại kỳ họp, kỳ họp thứ với dòng {FIRST}; hãy giữ lại một dòng."
    assert told(preview) == [(FIRST + 2, "Kỳ họp thứ", "error", said)]


def test_what_only_the_database_knows_is_told_at_its_row_and_all_rows_are_looked_at(
    commune: Council, clerk: User
) -> None:
    """One series of numbers: a thematic session may not take the number of a regular one of the same file."""
    content = workbook(
        row(),
        row(kind="chuyên đề"),
        row(ordinal=9, closes_on="10/7/2023"),
        row(ordinal="chín"),
        row(ordinal="hai chín"),
    )
    preview = imported(content, commune, clerk)
    assert [(n, m) for n, _, _, m in told(preview)][:2] == [
        (FIRST + 1, "Nhiệm kỳ này đã có kỳ họp mang số thứ tự đó."),
        (FIRST + 2, "Ngày bế mạc không được trước ngày khai mạc."),
    ]
    assert counts(preview) == {"new": 1, "error": 4}
    assert not CouncilSession.objects.exists()


def test_a_change_may_clash_with_another_record(commune: Council, clerk: User) -> None:
    make_session(commune, clerk, ordinal=6)
    make_session(commune, clerk, ordinal=7)
    preview = imported(workbook({"code": "KH-2023-001", "ordinal": 7, "kind": "đột xuất"}), commune, clerk)
    assert told(preview)[-1][3] == "Nhiệm kỳ này đã có kỳ họp mang số thứ tự đó."
    assert CouncilSession.objects.filter(ordinal=6, kind="regular").exists()


def test_numbers_swapped_between_two_records_are_refused_in_words(commune: Council, clerk: User) -> None:
    make_session(commune, clerk, ordinal=6)
    make_session(commune, clerk, ordinal=7)
    content = workbook({"code": "KH-2023-001", "ordinal": 7}, {"code": "KH-2023-002", "ordinal": 6})
    preview = imported(content, commune, clerk)
    assert preview.has_errors
    assert not preview.saved
