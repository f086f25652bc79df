"""Every morning at half past six; what the command says."""

from __future__ import annotations

from datetime import datetime

import pytest
from click.testing import CliRunner

from dienhong.cli.main import dienhong
from dienhong.cli.schedule import next_morning


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2023-11-20 05:00", "2023-11-20 06:30"),
        ("2023-11-20 06:30", "2023-11-21 06:30"),
        ("2023-12-31 23:59", "2024-01-01 06:30"),
    ],
)
def test_the_next_morning(now: str, then: str) -> None:
    assert next_morning(datetime.fromisoformat(now)) == datetime.fromisoformat(then)


@pytest.mark.django_db
def test_the_command_says_what_it_did() -> None:
    answer = CliRunner().invoke(dienhong, ["remind", "--on", "20/11/2023"])
    assert answer.output == "Ngày 20/11/2023: nhắc 0 người, 0 việc; gửi 0 thư.\n"
