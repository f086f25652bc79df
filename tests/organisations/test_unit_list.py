from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.kernel.errors import Unreadable
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import AdministrativeUnit, Council, Placement
from dienhong.organisations.unit_list import Loaded, decode_list, load_units, read_units
from tests.shared_files import SHARED
from tests.small_country import NOON, REFORM

HEAD = "code,name,kind,parent_code\n"
OWN = HEAD + (
    "51,Tỉnh Quảng Mẫu,province,\n"
    "52,Tỉnh Bình Mẫu,province,\n"
    "501,Xã Tân Mẫu,commune,51\n"
    "502,Phường Tân Mẫu,ward,52\n"
    "503,Xã Đông Mẫu,commune,51\n"
)


def load(text: str, from_on: date = REFORM) -> Loaded:
    return load_units(read_units(text), from_on=from_on, by=User.objects.operator(), at=NOON)


def test_a_list_becomes_units_in_their_places_with_councils(db: None) -> None:
    assert load(OWN) == Loaded(5, 0, 0)
    council = Council.objects.get(slug="tan-mau-binh-mau")
    assert (council.name, council.short_name, council.level) == (
        "HĐND phường Tân Mẫu",
        "phường Tân Mẫu",
        Level.COMMUNE,
    )
    assert Placement.objects.get(unit=council.unit).parent.code == "52"
    entry = Entry.objects.get()
    assert entry.changes["new"] == [None, 5]


def test_twice_without_harm(db: None) -> None:
    load(OWN)
    slugs = set(Council.objects.values_list("slug", flat=True))
    assert load(OWN) == Loaded(0, 0, 5)
    assert set(Council.objects.values_list("slug", flat=True)) == slugs
    assert Entry.objects.count() == 1


def test_a_new_unit_of_a_known_name_takes_another_address_and_the_old_one_keeps_its_own(db: None) -> None:
    load(OWN)
    assert load(OWN + "504,Phường Đông Mẫu,ward,51\n") == Loaded(1, 0, 5)
    assert Council.objects.get(unit__code="503").slug == "dong-mau"
    assert Council.objects.get(unit__code="504").slug == "dong-mau-quang-mau"


def test_a_commune_that_became_a_ward_is_called_so_at_the_old_address(db: None) -> None:
    load(OWN)
    assert load(OWN.replace("503,Xã Đông Mẫu,commune", "503,Phường Đông Mẫu,ward")) == Loaded(0, 1, 4)
    council = Council.objects.get(slug="dong-mau")
    assert (council.name, council.unit.kind, council.version) == ("HĐND phường Đông Mẫu", "ward", 2)
    assert "phuong" in council.folded


def test_a_council_with_a_name_of_its_own_keeps_it(db: None) -> None:
    load(OWN)
    Council.objects.filter(slug="dong-mau").update(name="Hội đồng nhân dân Đông Mẫu")
    load(OWN.replace("503,Xã Đông Mẫu,commune", "503,Phường Đông Mẫu,ward"))
    assert Council.objects.get(slug="dong-mau").name == "Hội đồng nhân dân Đông Mẫu"


def test_a_unit_that_moved_has_both_places_each_in_its_time(db: None) -> None:
    load(OWN)
    later = date(2026, 4, 30)
    assert load(OWN.replace("503,Xã Đông Mẫu,commune,51", "503,Xã Đông Mẫu,commune,52"), later) == Loaded(
        0, 1, 4
    )
    unit = AdministrativeUnit.objects.get(code="503")
    assert [p.parent.code for p in unit.placements.on(date(2026, 4, 29))] == ["51"]
    assert [p.parent.code for p in unit.placements.on(later)] == ["52"]


def test_a_mistake_of_the_same_list_is_put_right_in_place(db: None) -> None:
    load(OWN)
    load(OWN.replace("503,Xã Đông Mẫu,commune,51", "503,Xã Đông Mẫu,commune,52"))
    assert Placement.objects.get(unit__code="503").parent.code == "52"
    assert load(OWN.replace("503,Xã Đông Mẫu,commune,51", "503,Xã Đông Mẫu,commune,")).changed == 1
    assert not Placement.objects.filter(unit__code="503").exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("code,name,kind\n", "phải có các cột"),
        ("", "phải có các cột"),
        (HEAD + ",Xã Mẫu,commune,\n", "Dòng 2: thiếu mã"),
        (HEAD + "1,Xã Mẫu,village,\n", "Dòng 2: loại “village”"),
        (HEAD + "1,Xã Mẫu,commune,9\n", "Dòng 2: không có đơn vị cấp trên mang mã 9"),
        (HEAD + "1,Tỉnh Mẫu,province,\n\n1,Tỉnh Mẫu,province,\n", "Dòng 4: mã 1 đã có"),
        (HEAD + "1,Xã Mẫu,commune,1\n", "không phải đơn vị cấp trên"),
        (HEAD + "1,Tỉnh A,province,2\n2,Xã B,commune,\n", "Dòng 2: Xã B không phải đơn vị cấp trên"),
        (HEAD + "12345678901,Xã Mẫu,commune,\n", "Dòng 2: mã dài quá 10"),
        (HEAD + '"' + "a" * 200_000 + '",Xã Mẫu,commune,\n', "không phải một dòng CSV"),
    ],
)
def test_a_bad_list_is_refused_by_its_line(text: str, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        read_units(text)


def test_a_list_in_another_encoding_is_told() -> None:
    assert decode_list("\ufeffcode".encode()) == "code"
    with pytest.raises(Unreadable, match="UTF-8"):
        decode_list("Xã".encode("utf-16"))


@pytest.mark.skipif(SHARED is None, reason="the list of units lies beside the checkout")
def test_the_whole_country_loads_twice(db: None, django_assert_max_num_queries: Any) -> None:
    assert SHARED is not None
    text = decode_list((SHARED / "facts" / "units-2026.csv").read_bytes())
    with django_assert_max_num_queries(120):
        assert load(text) == Loaded(3355, 0, 0)
    with django_assert_max_num_queries(30):
        assert load(text) == Loaded(0, 0, 3355)
    assert Council.objects.count() == 3355
    assert Council.objects.filter(level=Level.PROVINCE).count() == 34
    assert Placement.objects.count() == 3321
    assert Council.objects.filter(slug="ngoc-ha").exists()
