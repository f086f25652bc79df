"""A state secret is known by the stamp in its head, and by nothing else."""

from __future__ import annotations

import unicodedata

import pytest

from dienhong.files.secrecy import secrecy_violation


@pytest.mark.parametrize(
    "head",
    [
        "TỈNH MẪU\nMẬT\nSố: 12-BC/TU",
        "HUYỆN ỦY MẪU\n| Số: 05/BC | TỐI MẬT |\nBÁO CÁO",
        "UBND\n   [TUYỆT MẬT]   \nBÁO CÁO",
        "Số: 12/BC        MẬT\n",
        "Độ mật: Mật\nBÁO CÁO",
        unicodedata.normalize("NFD", "XÃ MẪU\nMẬT\nBÁO CÁO"),
    ],
)
def test_a_stamped_head_is_refused(head: str) -> None:
    violation = secrecy_violation(head + "\nnội dung")
    assert violation and "bí mật nhà nước" in violation.sentence


@pytest.mark.parametrize(
    "text",
    [
        "BÁO CÁO\nvề công tác bảo vệ bí mật nhà nước năm 2023",
        "BÁO CÁO\nSản lượng mật ong đạt 12 tấn",
        "BÁO CÁO\nMật độ dân số 120 người",
        "dòng\n" * 60 + "MẬT",
        "",
    ],
)
def test_words_about_secrets_or_honey_are_not(text: str) -> None:
    assert secrecy_violation(text) is None
