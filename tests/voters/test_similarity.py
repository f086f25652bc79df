"""Likely repeats: found among 1,500 by place, field and wording, also in words that nobody used before; explained."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from dienhong.vietnamese.text import fold
from dienhong.voters.similarity import Corpus, Said, words_of

from .corpus import Told, petitions

Typed = Callable[[Told, str], Said]

TYPED: dict[str, Typed] = {
    "place and field": lambda told, text: Said(text, told.place, told.field),
    "place": lambda told, text: Said(text, told.place),
    "nothing but the text": lambda told, text: Said(text),
    "nothing, without marks": lambda told, text: Said(fold(text)),
    "place and field, none in the text": lambda told, text: Said(
        text.replace(f" tại {told.place}", ""), told.place, told.field
    ),
}


@pytest.fixture(scope="module")
def earlier() -> list[tuple[Told, str]]:
    return petitions(1500)


@pytest.fixture(scope="module")
def corpus(earlier: list[tuple[Told, str]]) -> Corpus:
    return Corpus({n: Said(text, told.place, told.field) for n, (told, text) in enumerate(earlier)})


def hits(corpus: Corpus, asked: list[tuple[int, Said]]) -> float:
    """How often the right one is among the first five."""
    return sum(key in [m.key for m in corpus.nearest(said)] for key, said in asked) / len(asked)


@pytest.mark.parametrize("typed", TYPED)
def test_a_repeat_is_among_the_first_five(
    typed: str, corpus: Corpus, earlier: list[tuple[Told, str]]
) -> None:
    draw = random.Random(7)
    asked = [(n, earlier[n][0]) for n in draw.sample(range(1500), 200)]
    again = [(n, TYPED[typed](told, told.written_again(draw))) for n, told in asked]
    assert hits(corpus, again) >= 0.95


@pytest.mark.parametrize("typed", ["place and field", "place and field, none in the text"])
def test_place_and_field_find_it_whatever_the_words(
    typed: str, corpus: Corpus, earlier: list[tuple[Told, str]]
) -> None:
    draw = random.Random(7)
    asked = [(n, earlier[n][0]) for n in draw.sample(range(1500), 200)]
    anew = [(n, TYPED[typed](told, told.written_in_new_words(draw))) for n, told in asked]
    assert hits(corpus, anew) >= 0.95


def test_the_field_is_guessed_from_petitions_of_other_places() -> None:
    """Nobody at Đăk Rao spoke of a well; elsewhere others did, of the same field: the water of Đăk Rao comes first."""
    water, road = 1, 2
    said = {
        1: Said("Công trình nước sinh hoạt hư hỏng tại thôn Đăk Rao", field=water),
        2: Said("Đường vào thôn Đăk Rao lầy lội, xe không qua", field=road),
        3: Said("Giếng nước cạn, hộ nghèo thiếu nước sạch, thôn Kon Tu", field=water),
    }
    found = Corpus(said).nearest(Said("Giếng khoan bị cạn, ở thôn Đăk Rao"))
    assert [match.key for match in found][:2] == [1, 2]
    assert [match.same_place for match in found] == [True, True, False]


def corpus_of(**texts: str) -> Corpus:
    return Corpus({int(key[1:]): Said(text) for key, text in texts.items()})


def keys(corpus: Corpus, text: str) -> list[int]:
    return [match.key for match in corpus.nearest(Said(text))]


def test_it_says_which_words_both_use() -> None:
    corpus = corpus_of(n1="Cầu treo qua suối mục ván, nguy hiểm", n2="Lớp mẫu giáo dột mái")
    (match,) = corpus.nearest(Said("Đề nghị sửa cầu treo, ván đã mục"))
    assert match.key == 1
    assert match.words == ("cau", "treo", "van", "muc")
    assert 0 < match.score <= 1


def test_marks_and_faults_of_typing_cost_little() -> None:
    corpus = corpus_of(n1="Nạo vét kênh mương nội đồng", n2="Xây nhà văn hóa", n3="Cấp thẻ bảo hiểm y tế")
    assert keys(corpus, "nao vet kenh muong noi đong") == [1]
    assert keys(corpus, "Nạo vétt kênh mươnng") == [1]


def test_what_every_petition_says_tells_nothing() -> None:
    assert words_of("Đề nghị cử tri quan tâm xem xét giải quyết") == []
    assert keys(corpus_of(n1="Đề nghị quan tâm"), "Đề nghị quan tâm") == []
    assert keys(Corpus({}), "Sửa cầu treo") == []


def test_place_and_field_outweigh_wording_and_place_alone_does_not_suffice() -> None:
    text = "Sửa đường vào khu sản xuất"
    corpus = Corpus(
        {1: Said(text, "Thôn 1", 1), 2: Said("Làm mương tưới", "Thôn 2", 1), 3: Said("Họp chợ", "Thôn 2", 2)}
    )
    assert [m.key for m in corpus.nearest(Said(text, "thôn 2", 1))] == [2, 1]
    assert [m.key for m in corpus.nearest(Said(text, "Thôn 9", 2))] == [1]


def test_a_place_that_everybody_names_tells_nothing() -> None:
    many = {n: Said(f"Việc số {n} của xã Tân Cảnh") for n in range(40)}
    many[40] = Said("Sửa cầu treo, xã Tân Cảnh")
    (match,) = Corpus(many).nearest(Said("Cầu treo hỏng ván, xã Tân Cảnh"))
    assert (match.key, match.same_place) == (40, False)


def test_shared_words_are_folded_words_of_the_text() -> None:
    text = "Bể nước tập trung nứt"
    (match,) = corpus_of(n5="Bể nước tập trung bị nứt đáy").nearest(Said(text))
    assert set(match.words) <= set(fold(text).split())
