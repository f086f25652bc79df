"""How well the engine does on generated reports; `benchmarks/checking.py` does the same on more of them."""

import time

import pytest

from dienhong.checking import check
from tests.checking.corpus import report
from tests.checking.measure import Score, measure


@pytest.fixture(scope="module")
def score() -> Score:
    return measure(range(12))


def test_correct_reports_have_no_error() -> None:
    for number in range(100, 160):
        assert check(report(number).text).errors == ()


def test_recall(score: Score) -> None:
    assert score.wanted.total() > 200
    assert score.recall >= 0.95, score.missed


def test_precision(score: Score) -> None:
    assert score.precision >= 0.98, score.false


def test_thirty_pages_in_a_second() -> None:
    text = "\n".join(report(number).text for number in range(28))
    assert len(text) > 80_000
    begun = time.process_time()
    check(text)
    assert time.process_time() - begun < 2, "half a second on a quiet machine"
