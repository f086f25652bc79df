"""Search: each word begins a word of the record; the same with an index over the words (petitions) and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.listing import Listing
from dienhong.registers.models import Record
from dienhong.registers.search import searchable
from dienhong.voters.models import PetitionShare
from dienhong.voters.register import meetings, petitions

from ..factories import NOW
from ..voters.factories import HELD, make_meeting, make_petition

Make = Callable[[Council, User, str], Record]


def petition_saying(council: Council, by: User, words: str) -> Record:
    return make_petition(council, by, words)


def meeting_at(council: Council, by: User, words: str) -> Record:
    return make_meeting(council, by, place=words)


registers = pytest.mark.parametrize(
    ("register", "make"), [(petitions, petition_saying), (meetings, meeting_at)], ids=["index", "reading"]
)

SAID = "Cầu treo qua suối Đăk Mốt hư hỏng (theo 12/TTHĐND), đề nghị Nhà nước làm mới 100%"


def found(register: object, council: Council, user: User, words: str, scope: str = "") -> set[int]:
    listing = Listing(register, council, user, {"tim": words, "pham-vi": scope})  # type: ignore[arg-type]
    rows = {record.pk for record in listing.rows}
    assert listing.total == len(rows)
    return rows


@registers
@pytest.mark.parametrize(
    "words",
    [
        "cầu treo", "CAU TREO", "treo cầu", "ca tr", "suối", "hu hong nha nuoc",
        "đăk mốt", "dak mot", "Đ m", "12/TTHĐND", "12/tth", "tthdnd", "100%", "(hư hỏng)", "đề nghị: nhà",
        "  cầu\ttreo ",
    ],
)  # fmt: skip
def test_words_begin_words(register: object, make: Make, words: str, commune: Council, clerk: User) -> None:
    wanted = make(commune, clerk, SAID)
    make(commune, clerk, "Lưới điện hạ thế thôn Kon Đào")
    assert found(register, commune, clerk, words) == {wanted.pk}


@registers
@pytest.mark.parametrize(
    "words",
    ["reo", "uoi", "cầu treoo", "cầu đường", "hđnd", "c_u", "cau & duong", "cau | duong", "!cau kon"],
)
def test_nothing_within_a_word_and_signs_mean_nothing(
    register: object, make: Make, words: str, commune: Council, clerk: User
) -> None:
    make(commune, clerk, SAID)
    assert found(register, commune, clerk, words) == set()


@registers
@pytest.mark.parametrize("words", ["", " ", "%", "_", "'", "':*", "& | ! ( )", "\\", "#", "–"])
def test_signs_alone_restrict_nothing(
    register: object, make: Make, words: str, commune: Council, clerk: User
) -> None:
    every = {make(commune, clerk, SAID).pk, make(commune, clerk, "Thôn Kon Đào").pk}
    assert found(register, commune, clerk, words) == every


@registers
def test_a_code_is_found_by_its_parts(register: object, make: Make, commune: Council, clerk: User) -> None:
    first, second = make(commune, clerk, "Thôn Một"), make(commune, clerk, "Thôn Hai")
    assert found(register, commune, clerk, first.code) == {first.pk}
    assert found(register, commune, clerk, second.code.lower().replace("-", " ")) == {second.pk}


@registers
def test_the_longest_word_never_refuses_a_record(
    register: object, make: Make, commune: Council, clerk: User
) -> None:
    long = make(commune, clerk, "Đường " + "ă" * 180)
    assert (
        found(register, commune, clerk, "a" * 180) == found(register, commune, clerk, "a" * 60) == {long.pk}
    )


def test_the_longest_text_never_refuses_a_record(commune: Council, clerk: User) -> None:
    endless = make_petition(
        commune, clerk, "cầu treo " + " ".join(map(str, range(100_000))) + " đứt" + "á" * 5000
    )
    assert found(petitions, commune, clerk, "cau treo 12345") == {endless.pk}


@registers
def test_each_council_finds_its_own(
    register: object,
    make: Make,
    commune: Council,
    sister: Council,
    district: Council,
    clerk: User,
    sister_clerk: User,
    district_clerk: User,
) -> None:
    mine, theirs = make(commune, clerk, SAID), make(sister, sister_clerk, SAID)
    assert found(register, commune, clerk, "cầu treo") == {mine.pk}
    assert found(register, sister, sister_clerk, "cầu treo") == {theirs.pk}
    assert found(register, district, district_clerk, "cầu treo") == set()
    assert found(register, district, district_clerk, "cầu treo", "tat-ca") == {mine.pk, theirs.pk}


def test_what_is_shared_is_found_by_both(
    commune: Council,
    sister: Council,
    clerk: User,
    sister_clerk: User,
    district: Council,
    district_clerk: User,
) -> None:
    shared = make_petition(commune, clerk, SAID)
    PetitionShare.objects.create(record=shared, council=sister, passed_on=HELD)
    for council, user, scope in (
        (commune, clerk, ""),
        (sister, sister_clerk, ""),
        (district, district_clerk, "tat-ca"),
    ):
        assert found(petitions, council, user, "treo dak", scope) == {shared.pk}
        assert found(petitions, council, user, "reo dak", scope) == set()


@registers
def test_what_was_changed_is_found_by_its_new_words(
    register: object, make: Make, commune: Council, clerk: User
) -> None:
    record = make(commune, clerk, SAID)
    field = "text" if register is petitions else "place"
    actions.change(
        register,  # type: ignore[arg-type]
        record,
        values={field: "Trường mầm non"},
        expected_version=record.version,
        by=clerk,
        at=NOW,
    )
    assert found(register, commune, clerk, "cầu treo") == set()
    assert found(register, commune, clerk, "trường mầm") == {record.pk}


def test_words_are_folded_and_no_longer_than_an_index_bears() -> None:
    assert searchable("KN-2025-001: Nước sạch, xã Đăk Mốt_2") == "kn 2025 001 nuoc sach xa dak mot 2"
    assert searchable("a" * 70 + " b") == "a" * 60 + " b"
    assert searchable(searchable("á" * 300_000)) == "a" * 60
