import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from dienhong.organisations.slugs import (
    RESERVED_SLUGS,
    allot_slugs,
    bare_slug,
    council_slug_validator,
)

KINDS = ["Tỉnh", "Thành phố", "Huyện", "Quận", "Thị xã", "Thị trấn", "Xã", "Phường", "Đặc khu"]
NAMES = ["Tân Thành", "Đông Mẫu", "1", "12", "Công Khai", "API", "Quản Trị", "Thành phố Mới", "Ê"]
names = st.one_of(
    st.builds("{} {}".format, st.sampled_from(KINDS), st.sampled_from(NAMES)), st.text(max_size=120)
)
units = st.lists(
    st.tuples(
        st.integers(1, 99999).map("{:05d}".format), names, st.sampled_from(["", "Tỉnh Mẫu", "Tỉnh Khác"])
    ),
    unique_by=lambda unit: unit[0],
    max_size=20,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Phường Ba Đình", "ba-dinh"),
        ("Xã Đăk Tờ Kan", "dak-to-kan"),
        ("Thành phố Hồ Chí Minh", "ho-chi-minh"),
        ("Thị xã Mẫu", "mau"),
        ("Đặc khu Phú Quốc", "phu-quoc"),
        ("Quận 1", "quan-1"),
        ("Phường 12", "phuong-12"),
        ("Xã", "xa"),
        ("Xã Phường Mẫu", "phuong-mau"),
        ("!", ""),
    ],
)
def test_the_kind_is_dropped_but_before_a_number(name: str, expected: str) -> None:
    assert bare_slug(name) == expected


def test_two_equal_names_get_their_parents_names_and_then_their_codes() -> None:
    allotted = allot_slugs(
        [
            ("1", "Xã Tân Thành", "Tỉnh Mẫu"),
            ("2", "Xã Tân Thành", "Tỉnh Khác"),
            ("3", "Xã An Lạc", "Tỉnh Mẫu"),
            ("4", "Phường An Lạc", "Tỉnh Mẫu"),
            ("5", "Xã Một Mình", "Tỉnh Mẫu"),
        ]
    )
    assert allotted == {
        "1": "tan-thanh-mau",
        "2": "tan-thanh-khac",
        "3": "an-lac-mau-3",
        "4": "an-lac-mau-4",
        "5": "mot-minh",
    }


def test_a_given_address_is_never_given_again() -> None:
    assert allot_slugs([("7", "Xã Mẫu", "")], ["mau"]) == {"7": "mau-7"}
    assert allot_slugs([("7", "Xã Mẫu", "")], ["mau", "mau-7"]) == {"7": "mau-7-2"}
    assert allot_slugs([("7", "Xã Mẫu", "")], ["mau", "mau-7", "mau-7-2"]) == {"7": "mau-7-3"}


def test_a_name_without_letters_is_called_by_its_parent_or_code() -> None:
    assert allot_slugs([("7", "—", "Tỉnh Mẫu"), ("8", "?", "")]) == {"7": "mau", "8": "8"}


@given(units, st.lists(st.sampled_from(["tan-thanh", "dong-mau", "dong-mau-mau", "quan-1"])))
def test_addresses_are_unique_fit_the_column_and_are_never_reserved(
    listed: list[tuple[str, str, str]], taken: list[str]
) -> None:
    allotted = allot_slugs(listed, taken)
    assert set(allotted) == {code for code, _, _ in listed}
    assert len(set(allotted.values())) == len(listed)
    assert not set(allotted.values()) & {*taken, *RESERVED_SLUGS}
    assert all(
        re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) and len(slug) <= 80 for slug in allotted.values()
    )


@given(units, st.randoms())
def test_addresses_do_not_depend_on_the_order_of_the_list(
    listed: list[tuple[str, str, str]], order: object
) -> None:
    shuffled = listed.copy()
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert allot_slugs(shuffled) == allot_slugs(listed)


def test_the_system_keeps_its_own_addresses() -> None:
    council_slug_validator("tan-canh")
    with pytest.raises(ValidationError, match="dành riêng"):
        council_slug_validator("quan-tri")
