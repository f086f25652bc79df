"""Names of places in what voters say."""

from __future__ import annotations

import pytest

from dienhong.voters.names import known_in, names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đường vào thôn Đăk Rao Lớn bị sạt", {"dak rao lon"}),
        ("Nước sinh hoạt Khối 5, thị trấn Đăk Tô", {"khoi 5", "dak to"}),
        ("Nhà văn hóa tổ dân phố 3.", {"pho 3"}),
        ("Ngã tư đường Hùng Vương có ổ gà", {"hung vuong"}),
        ("Cầu treo mục ván, kênh mương bồi lấp", set()),
        ("Thôn", set()),
        ("Đề nghị xã quan tâm", set()),
    ],
)
def test_a_name_stands_with_a_capital_or_a_number_after_its_kind(text: str, names: set[str]) -> None:
    assert names_in(text) == names


def test_known_names_are_found_without_capitals_or_marks() -> None:
    known = {"dak rao", "thon 3", "tan canh"}
    assert known_in("duong vao thon dak rao, thon 3", known) == {"dak rao", "thon 3"}
    assert known_in("thôn 30 và Đăk Raon", known) == set()
