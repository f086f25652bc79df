"""Nothing that comes in makes the engine fall or hang."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dienhong.checking import Limits, Unreadable, check, read_bytes
from tests.checking.fuzz import damaged_files

PIECES = [
    "5 xã",
    "trong đó",
    "; ",
    ", ",
    "(",
    ")",
    "12/14 người",
    "35,3%",
    "[footnoteRef:1]",
    "[1: ",
    "]",
    "[^2]",
    "\n",
    "- ",
    "| 5 | 6 |",
    "II. ",
    "gồm: ",
    "1.650",
    "tỷ đồng",
    "còn lại",
    "ngày 31/02/2023",
    " ",
    "\x00",
    "ƣ",
    "\u0301",
]
REPEATED = [
    "(",
    "5 xã; ",
    "1 ",
    "- 5 xã:\n",
    "| 1 | 2 |\n",
    "5 xã, trong đó 3 xã, ",
    "[footnoteRef:1] [1: ",
    "1/",
    "a.1.",
]


def test_damaged_files() -> None:
    for data in damaged_files(500):
        try:
            document = read_bytes(data, Limits(pages=50))
        except Unreadable as refusal:
            assert refusal.sentence.endswith(".")
        else:
            check(document).as_json()


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_mixture_of_constructions(pieces: list[str]) -> None:
    text = "".join(pieces)
    for finding in check(text).findings:
        assert 0 <= finding.start <= finding.end <= len(text)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    assert check(text).characters == len(text)


def cost(piece: str, characters: int) -> float:
    """Processor seconds, the better of two: what else the machine does counts little."""

    def once() -> float:
        begun = time.process_time()
        check(piece * (characters // len(piece)))
        return time.process_time() - begun

    return min(once(), once())


@pytest.mark.parametrize("piece", REPEATED)
def test_the_cost_of_a_text_grows_with_its_length_and_not_with_its_square(piece: str) -> None:
    """Four times the text: four times the cost, with room for noise; a square would be sixteen."""
    assert cost(piece, 32_000) < 9 * max(cost(piece, 8_000), 0.02)
