from dienhong.organisations.models import Organisation
from tests.small_country import Country, organisation
from tests.web.administration.pages import html, refused, send, signed_in, told


def test_a_body_is_added_changed_and_ended_with_its_successor(country: Country) -> None:
    client = signed_in(country.local)
    typed = {"kind": "department", "name": "Phòng Kinh tế", "short_name": "", "established_on": "1/7/2025"}
    assert "Đã thêm Phòng Kinh tế" in told(send(client, "organisation-add", "tan-mau", **typed))
    body = Organisation.objects.get()
    typed |= {"short_name": "P. Kinh tế", "expected_version": "1"}
    told(send(client, "organisation-change", "tan-mau", body.pk, **typed))
    heir = organisation(country.commune, "Phòng Kinh tế - Hạ tầng")
    end = {"on": "1/10/2026", "successors": [heir.pk], "reason": "Đề án 12", "expected_version": "2"}
    told(send(client, "organisation-end", "tan-mau", body.pk, **end))
    page = html(client, "organisation", "tan-mau", body.pk)
    assert "Được kế thừa bởi" in page
    assert "Đề án 12" in page
    assert "đã kết thúc 01/10/2026" in html(client, "organisations", "tan-mau")
    assert f"/co-quan/{body.pk}/" not in html(client, "council", "tan-mau")
    assert "Kế thừa" in html(client, "organisation", "tan-mau", heir.pk)
    again = client.get(f"/quan-tri/hoi-dong/tan-mau/co-quan/{body.pk}/ket-thuc/")
    assert again.status_code == 403


def test_a_name_that_lives_is_refused_with_a_sentence(country: Country) -> None:
    client = signed_in(country.local)
    organisation(country.commune, "Phòng Kinh tế")
    typed = {"kind": "department", "name": "Phòng Kinh tế", "short_name": "", "established_on": ""}
    assert "mang tên này" in refused(send(client, "organisation-add", "tan-mau", **typed))


def test_a_body_of_another_council_is_not_found_here(country: Country) -> None:
    foreign = organisation(country.sister, "Phòng B")
    answer = signed_in(country.upper).get(f"/quan-tri/hoi-dong/tan-mau/co-quan/{foreign.pk}/")
    assert answer.status_code == 404
