import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.vietnamese.collation import person_sort_key, sort_key

from .strategies import anything, spelled, vietnamese

# As ICU sorts them for `vi`, numbers by value.
LETTERS = "ca cha co da dz đa e ea ê f ma mà mả mã má mạ mă mâ mb o oz ô ơ pa ph u uz ư va wa xa y z"
ORDERED = [
    LETTERS.split(),
    ["", "Tổ 2", "Tổ 10", "Tổ đại biểu"],
    ["cô", "Cô", "cố", "CỐ", "cỗi"],
    ["ca", "Ca", "cà", "cá", "ca cao", "ca-cao", "cao"],
    ["a b", "á b", "ab"],
    ["H Mông", "H'Mông", "HMông"],
    ["Điều 9", "Điều 9a", "Điều 10"],
]


@pytest.mark.parametrize("ordered", ORDERED, ids=lambda words: "-".join(words[:3]))
def test_vietnamese_order(ordered: list[str]) -> None:
    keys = [sort_key(word) for word in ordered]
    assert all(low < high for low, high in pairwise(keys))


def test_people_stand_by_given_name() -> None:
    people = [
        "Trần Thị An",
        "Nguyễn Văn Ánh",
        "Đỗ Ăn",
        "Hoàng Ân",
        "A Ba",
        "Y Blô",
        "Phạm Dũng",
        "Lê Đức Đạt",
    ]
    unordered = people[::-1]
    assert sorted(unordered, key=person_sort_key) == people


def _levels(text: str) -> tuple[list[int], list[int], list[bool]]:
    """The three levels spelled out, for letters without anything else: the meaning of a key."""
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    tones = "\u0300\u0309\u0303\u0301\u0323"
    split = []
    for character in text:
        marks = unicodedata.normalize("NFD", character.lower())
        tone = next((place + 1 for place, mark in enumerate(tones) if mark in marks), 0)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones))
        split.append((letters.index(bare), tone, character.isupper()))
    return [item[0] for item in split], [item[1] for item in split], [item[2] for item in split]


letters = st.sampled_from(["aàáạAÁ", "ăắằĂ", "oóÓò", "đĐ", "bB"])
twins = st.lists(letters.flatmap(lambda forms: st.tuples(*[st.sampled_from(forms)] * 2)), max_size=8).map(
    lambda pairs: ("".join(one for one, _ in pairs), "".join(other for _, other in pairs))
)
words = st.text("aàáạăắâbdđeêoôơuưứAÁĐỚ", max_size=8)


@given(st.tuples(words, words) | twins)
def test_bytes_compare_as_the_levels_do(pair: tuple[str, str]) -> None:
    first, second = pair
    assert (sort_key(first) < sort_key(second)) == (_levels(first) < _levels(second))
    assert (sort_key(first) == sort_key(second)) == (first == second)


@given(words.filter(bool), words.filter(bool), words)
def test_the_given_name_decides_before_the_rest(first: str, second: str, family: str) -> None:
    if sort_key(first) < sort_key(second):
        assert person_sort_key(f"Z {first}") < person_sort_key(f"{family} {second}")


@given(st.lists(anything, max_size=5))
def test_any_texts_have_one_order(texts: list[str]) -> None:
    ordered = sorted(texts, key=sort_key)
    assert [sort_key(text) for text in ordered] == sorted(map(sort_key, texts))


@given(spelled)
def test_spelling_does_not_move_a_word(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))


@given(vietnamese)
def test_a_key_is_short(text: str) -> None:
    assert len(sort_key(text)) <= 5 * len(text) + 2


@given(anything)
def test_a_key_can_be_indexed(text: str) -> None:
    assert len(person_sort_key(text * 200)) < 2700
