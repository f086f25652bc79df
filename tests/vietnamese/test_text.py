import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.vietnamese.text import fold, looks_like_legacy_font, normalise, repair, repaired, slug

from .strategies import anything, odd, vietnamese


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("ƣu tiên, ĐƢỜNG", "ưu tiên, ĐƯỜNG"),
        ("ƣ\u0301ng", "ứng"),
        ("ðại Ðảng", "đại Đảng"),
        ("Hội đồng", "Hội đồng"),
        (unicodedata.normalize("NFD", "Thường trực"), "Thường trực"),
        ("hô\u0323i", "hội"),  # Windows-1258: the circumflex with the letter, the tone apart
        ("kỳ\u00a0họp\u200b \ufeffthứ\u00ad ba", "kỳ họp thứ ba"),
        ("e\u200b\u0302", "ê"),
        ("2021\ufffe\n2026", "2021-\n2026"),
        ("một\x00\u2028hai", "một\nhai"),
    ],
)
def test_repair_mends_what_scanners_and_old_fonts_leave(broken: str, whole: str) -> None:
    assert repair(broken) == whole


def test_repaired_names_each_kind_at_its_place_in_the_original() -> None:
    result = repaired("ƣu ð\u00a0e\u0302m\u00ad.")
    assert result.text == "ưu đ êm."
    assert result.notes == (("oi", 0), ("eth", 3), ("space", 4), ("decomposed", 5), ("invisible", 8))


def test_an_offset_leads_back_past_what_was_joined_and_removed() -> None:
    original = "ho\u0323p\u200b tha\u0301ng 7"
    result = repaired(original)
    assert result.text == "họp tháng 7"
    assert original[result.original(result.text.index("7"))] == "7"
    assert original[result.original(result.text.index("ng")) :].startswith("ng")
    assert result.original(0) == 0
    assert result.places.original(len(result.text)) == len(original)


def test_sound_text_has_no_notes() -> None:
    result = repaired("Hội đồng nhân dân – “xã” Đăk Rơ Nga…")
    assert result.notes == ()
    assert result.text == "Hội đồng nhân dân – “xã” Đăk Rơ Nga…"


def test_a_heap_of_marks_is_cut_and_a_row_of_dots_is_not() -> None:
    assert len(repair("a" + "\u0323\u0301" * 50_000)) < 40
    assert repair(f"Ký{'…' * 100}") == f"Ký{'…' * 100}"


@given(anything | st.text("\u0301\u0323\u0344\u0302a…", min_size=25))
def test_repair_is_idempotent(text: str) -> None:
    assert repair(repair(text)) == repair(text)


@given(anything | odd | st.text("\u0301\u0323\u0344\u0302a…", min_size=25))
def test_repaired_is_repair_with_a_monotone_way_back(text: str) -> None:
    result = repaired(text)
    assert result.text == repair(text)
    places = [result.original(offset) for offset in range(len(result.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert bool(result.notes) == (result.text != text)
    assert all(0 <= place < len(text) for _, place in result.notes)


@given(vietnamese)
def test_fold_sees_neither_spelling_nor_case(text: str) -> None:
    key = fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == key
    assert fold(text.upper()) == fold(text.lower()) == key
    assert key.isascii()
    assert fold(key) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đăng ký", "dang ky"),
        ("HOÀ – hòa", "hoa hoa"),
        ("ƣu tiên", "uu tien"),
        (" 134/2023/NQ-HĐND ", "134 2023 nq hdnd"),
        ("", ""),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


def test_normalise_tidies_lines_and_keeps_them() -> None:
    assert normalise("  Một\u00a0  hai \r\n\r\n\tba  \n ") == "Một hai\n\nba"


@given(anything)
def test_normalise_is_idempotent(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(anything)
def test_a_slug_is_plain(text: str) -> None:
    name = slug(text)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name == name.strip("-")
    assert "--" not in name


def test_slug_keeps_the_d_of_dai_bieu() -> None:
    assert slug("Đại biểu HĐND xã Ngọc Tụ") == "dai-bieu-hdnd-xa-ngoc-tu"


@pytest.mark.parametrize(
    ("text", "legacy"),
    [
        ("Héi ®ång nh©n d©n huyÖn", True),
        ("Hoäi ñoàng nhaân daân huyeän", True),
        ("Hội đồng nhân dân huyện ® © 5 m²", False),
        ("Müller wohnt seit vielen Jahren in der Nähe von Köln und arbeitet dort", False),
        ("", False),
    ],
)
def test_a_legacy_font_is_recognised(text: str, legacy: bool) -> None:
    assert looks_like_legacy_font(text) is legacy


@given(anything)
def test_any_text_has_an_answer(text: str) -> None:
    assert looks_like_legacy_font(text) in (True, False)
