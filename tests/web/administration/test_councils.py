from typing import Any

import pytest

from dienhong.organisations.kinds import UnitKind
from dienhong.organisations.models import Council, Succession
from tests.small_country import Country, council
from tests.web.administration.pages import html, refused, rows, send, signed_in, told


def test_the_list_is_searched_without_diacritics_and_by_code(country: Country) -> None:
    client = signed_in(country.upper)
    assert "HĐND xã Đông Mẫu" in html(client, "councils")
    found = rows(html(client, "councils", tim="dong mau"))
    assert "HĐND xã Đông Mẫu" in found
    assert "HĐND xã Tân Mẫu" not in found
    assert "đang lọc theo có “dong mau”" in found
    assert "HĐND phường Nam Mẫu" in html(client, "councils", tim="23003")
    assert "Không có mục nào khớp" in html(client, "councils", tim="không có")


def test_the_list_is_narrowed_by_level_and_by_what_lies_below(country: Country) -> None:
    client = signed_in(country.upper)
    assert "HĐND xã Tân Mẫu" not in rows(html(client, "councils", cap="province"))
    assert "HĐND tỉnh Quảng Mẫu" in html(client, "councils", cap="province")
    council("600", "Huyện Mẫu", UnitKind.DISTRICT, country.province)
    below = rows(html(client, "councils", tren="quang-mau"))
    assert "HĐND huyện Mẫu" in below
    assert "HĐND tỉnh Quảng Mẫu" not in below
    assert "HĐND tỉnh Quảng Mẫu" in html(client, "councils", cap="unheard-of")


def test_an_administrator_sees_only_what_is_theirs(country: Country) -> None:
    shown = html(signed_in(country.local), "councils")
    assert "HĐND xã Tân Mẫu" in shown
    assert "Đông Mẫu" not in shown
    assert "Quảng Mẫu</a>" not in shown


def test_a_long_list_comes_in_pages_at_a_constant_cost(
    country: Country, django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        council(f"9{number:04}", f"Xã Dài {number}", UnitKind.COMMUNE, country.province)
    client = signed_in(country.upper)
    html(client, "councils")
    with django_assert_max_num_queries(20):
        first = html(client, "councils")
    assert "trang=2" in first
    second = html(client, "councils", trang="2")
    assert "Hết danh sách" in second
    assert first.count("data-href") + second.count("data-href") == 64
    assert html(client, "councils", trang="²").count("data-href") == 50


def test_a_council_is_added_and_its_page_tells_of_it(country: Country) -> None:
    client = signed_in(country.upper)
    typed = {"upper": country.province.pk, "kind": "commune", "name": "Xã Tây  Mẫu", "code": "23009"}
    answer = send(client, "council-add", **typed, established_on="1/9/2026", short_name="")
    assert "Đã thêm HĐND xã Tây Mẫu, địa chỉ /tay-mau/." in told(answer)
    page = html(client, "council", "tay-mau")
    assert "Tỉnh Quảng Mẫu" in page
    assert "Thêm Hội đồng" in page


def test_what_was_typed_survives_a_refusal(country: Country) -> None:
    client = signed_in(country.upper)
    typed = {"upper": country.province.pk, "kind": "commune", "name": "Xã Tây Mẫu", "code": "23001"}
    page = refused(send(client, "council-add", **typed, established_on="31/2/2026"))
    assert "không phải là một ngày có thật" in page
    assert 'value="31/2/2026"' in page
    assert "Mã này đã có đơn vị khác mang." in refused(
        send(client, "council-add", **typed, established_on="1/2/2026")
    )


def test_a_council_is_renamed_once_by_each_reader(country: Country) -> None:
    client = signed_in(country.local)
    names = {"name": "Hội đồng nhân dân xã Tân Mẫu", "short_name": "Tân Mẫu", "expected_version": 1}
    assert "Đã lưu" in told(send(client, "council-change", "tan-mau", **names))
    late = send(client, "council-change", "tan-mau", **{**names, "name": "Tên khác"})
    assert "vừa được người khác sửa" in refused(late)
    page = html(client, "council", "tan-mau")
    assert "<del>HĐND xã Tân Mẫu</del>" in page


def test_two_communes_are_merged_into_their_neighbour(country: Country) -> None:
    client = signed_in(country.upper)
    typed: dict[str, Any] = {
        "on": "1/1/2026",
        "successors": [country.third.pk],
        "others": [country.sister.pk],
    }
    assert "Hãy chọn đơn vị kế thừa" in refused(
        send(client, "council-end", "tan-mau", on="1/1/2026", reason="Nghị quyết 01")
    )
    answer = send(client, "council-end", "tan-mau", **typed, reason="Nghị quyết 01")
    assert "Đã ghi nhận việc kết thúc Xã Tân Mẫu" in told(answer)
    assert Succession.objects.count() == 2
    page = html(client, "council", "tan-mau")
    assert "Được kế thừa bởi" in page
    assert "đã kết thúc 01/01/2026" in page
    assert "HĐND xã Tân Mẫu" not in rows(html(client, "councils"))
    assert "HĐND xã Tân Mẫu" in html(client, "councils", het="on")
    assert "Kế thừa" in html(client, "council", "nam-mau")


def test_a_merger_that_is_still_to_come_is_announced(country: Country) -> None:
    client = signed_in(country.upper)
    send(client, "council-end", "tan-mau", on="1/1/2096", successors=[country.third.pk], reason="NQ 01")
    assert "sẽ kết thúc 01/01/2096" in html(client, "councils")


@pytest.mark.parametrize("name", ["Xã <b>Đậm</b>", 'Xã "Mẫu"'])
def test_a_name_is_text_and_never_markup(country: Country, name: str) -> None:
    Council.objects.filter(pk=country.commune.pk).update(name=name)
    assert name not in html(signed_in(country.upper), "council", "tan-mau")
