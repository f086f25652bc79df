from datetime import date

from dienhong.accounts.models import User
from dienhong.followup import actions as following
from dienhong.followup.due import due_as_set
from dienhong.followup.models import Undertaking
from dienhong.followup.states import OriginKind
from dienhong.organisations.models import Organisation
from tests.small_country import NOON, Country, organisation
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


def test_ending_a_body_moves_what_it_has_open_and_says_how_much_and_where(country: Country) -> None:
    old, heir = (
        organisation(country.commune, "Phòng Kinh tế"),
        organisation(country.commune, "Phòng Kinh tế mới"),
    )
    other, by = organisation(country.commune, "Phòng Văn hóa"), User.objects.operator()
    given = {"council": country.commune, "by": by, "at": NOON}
    origin = following.open_origin(kind=OriginKind.MEETING, code="PH-2026-001", title="Kết luận", **given)
    day, due = date(2026, 9, 1), due_as_set(date(2026, 12, 1))
    for text in ("Sửa cầu", "Nạo vét mương"):
        following.undertake(origin=origin, text=text, lead=old, due=due, on=day, **given)
    client = signed_in(country.local)
    page = html(client, "organisation-end", "tan-mau", old.pk)
    assert "còn 02 việc phải theo dõi đang mở" in page
    assert "việc phải theo dõi đang mở" not in html(client, "organisation-end", "tan-mau", other.pk)
    end = {"on": "1/10/2026", "reason": "Đề án 12", "expected_version": "1"}
    assert "còn 02 việc chưa xong" in refused(send(client, "organisation-end", "tan-mau", old.pk, **end))
    both = {**end, "successors": [heir.pk, other.pk]}
    assert "Hãy chọn một trong những" in refused(send(client, "organisation-end", "tan-mau", old.pk, **both))
    said = told(send(client, "organisation-end", "tan-mau", old.pk, **both, taker=heir.pk))
    assert "Đã ghi nhận việc kết thúc Phòng Kinh tế." in said
    assert "02 việc phải theo dõi đang mở chuyển cho Phòng Kinh tế mới: VT-2026-001, VT-2026-002." in said
    assert {u.lead for u in Undertaking.objects.all()} == {heir}


def test_a_name_that_lives_is_refused_with_a_sentence(country: Country) -> None:
    client = signed_in(country.local)
    organisation(country.commune, "Phòng Kinh tế")
    typed = {"kind": "department", "name": "Phòng Kinh tế", "short_name": "", "established_on": ""}
    assert "mang tên này" in refused(send(client, "organisation-add", "tan-mau", **typed))


def test_a_body_of_another_council_is_not_found_here(country: Country) -> None:
    foreign = organisation(country.sister, "Phòng B")
    answer = signed_in(country.upper).get(f"/quan-tri/hoi-dong/tan-mau/co-quan/{foreign.pk}/")
    assert answer.status_code == 404
