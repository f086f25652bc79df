from datetime import date

from dienhong.rulebook import current
from dienhong.rulebook.models import Field, RuleOverride
from tests.small_country import Country
from tests.web.administration.pages import html, refused, send, signed_in, told

CODE = "paper.to_delegates"
OWN = {
    "value": "7",
    "unit": "calendar_days",
    "level": "",
    "in_force_from": "1/1/2026",
    "in_force_to": "",
    "basis": "Điều 5 Quy chế",
    "reason": "Cần thêm thời gian đọc",
}


def test_a_clerk_reads_rules_with_their_basis_and_changes_none(country: Country) -> None:
    client = signed_in(country.clerk)
    page = html(client, "rules")
    assert "Kỳ họp" in page
    assert "chưa kiểm chứng" in page
    assert "Đặt giá trị riêng" not in html(client, "rule", CODE)
    assert "Thêm ngày" not in html(client, "holidays")
    assert "Thêm lĩnh vực" not in html(client, "fields")


def test_rules_are_narrowed_by_words_day_level_and_doubt(country: Country) -> None:
    client = signed_in(country.clerk)
    found = html(client, "rules", tim="tai lieu dai bieu")
    assert "Tài liệu kỳ họp được gửi đến đại biểu" in found
    assert "Tiếp công dân, đơn thư" not in found
    old, new = html(client, "rules", ngay="1/1/2024"), html(client, "rules", ngay="1/7/2026")
    assert "87/2015/QH13" in old
    assert "87/2015/QH13" not in new
    assert "cấp huyện" not in html(client, "rules", cap="commune", tim="normative").split("danh-sach")[1]
    assert "đã kiểm chứng" not in html(client, "rules", xem="chua").split("danh-sach")[1]
    assert "Không có quy định nào khớp" in html(client, "rules", xem="rieng")
    assert client.get(f"/quan-tri/quy-tac/{CODE}.none/").status_code == 404


def test_an_own_value_is_set_ended_and_struck_out(country: Country) -> None:
    client = signed_in(country.upper)
    assert "phải viết" in refused(send(client, "rule-override", CODE, **{**OWN, "value": "bảy"}))
    told(send(client, "rule-override", CODE, **OWN))
    page = html(client, "rule", CODE)
    assert "07 ngày – mọi cấp, đang áp dụng" in page
    assert str(country.upper) in page
    assert "Tài liệu kỳ họp" in html(client, "rules", xem="rieng")
    own = RuleOverride.objects.get()
    end = {"last_day": "1/2/2026", "reason": "quy chế mới", "expected_version": 1}
    told(send(client, "override-end", CODE, own.pk, **end))
    assert "đã hết hiệu lực" in html(client, "rule", CODE)
    told(send(client, "override-cancel", CODE, own.pk, reason="đặt nhầm", expected_version=2))
    assert "đã hủy" in html(client, "rule", CODE)
    assert current.rulebook().on(date(2026, 1, 15))[CODE].value == 5


def test_a_value_that_begins_later_waits(country: Country) -> None:
    client = signed_in(country.upper)
    told(send(client, "rule-override", CODE, **{**OWN, "in_force_from": "1/1/2096"}))
    assert "chưa đến ngày" in html(client, "rule", CODE)


def test_the_calendar_of_a_year_is_corrected(country: Country) -> None:
    client = signed_in(country.upper)
    assert "Lịch nghỉ năm 2024" in html(client, "holidays", nam="2024")
    day = {
        "day": "3/3/2027",
        "kind": "holiday",
        "name": "Ngày hội mẫu",
        "source": "",
        "expected_version": "0",
    }
    assert "phải ghi căn cứ" in refused(send(client, "holiday-add", **day, verified="on"))
    assert "03/3/2027" in told(send(client, "holiday-add", **day))
    assert "vừa được người khác sửa" in refused(send(client, "holiday-add", **day))
    page = html(client, "holidays", nam="2027")
    assert "Ngày hội mẫu" in page
    assert "quản trị sửa" in page
    change = {
        "kind": "holiday",
        "name": "Ngày hội",
        "source": "TB 1",
        "verified": "on",
        "expected_version": 1,
    }
    told(send(client, "holiday", "2027-03-03", **change))
    told(send(client, "holiday-remove", "2027-03-03", reason="không nghỉ", expected_version=2))
    assert "Ngày hội" not in html(client, "holidays", nam="2027").split("Các ngày nghỉ")[1]
    for gone in ("2027-03-03", "2027-03-99", "mai"):
        assert client.get(f"/quan-tri/lich-nghi/{gone}/").status_code == 404


def test_a_preset_day_is_confirmed_with_its_source(country: Country) -> None:
    client = signed_in(country.upper)
    doubtful = next(s for s in current.calendar().days if s.day.year == 2027 and not s.verified)
    typed = {"kind": "holiday", "name": doubtful.name, "source": "TB 12/TB-BNV", "verified": "on"}
    told(send(client, "holiday", doubtful.day.isoformat(), **typed, expected_version=0))
    confirmed = current.calendar().special(doubtful.day)
    assert confirmed is not None
    assert confirmed.verified


def test_fields_are_added_renamed_retired_and_taken_up_again(country: Country) -> None:
    client = signed_in(country.upper)
    told(send(client, "field-add", name="Chuyển đổi số", group="law", order=165))
    code = Field.objects.get(name="Chuyển đổi số").code
    typed = {"name": "Chuyển đổi số, dữ liệu", "group": "law", "order": 165, "expected_version": 1}
    told(send(client, "field", code, **typed))
    end = {"retired_on": "1/1/2026", "reason": "nhập lĩnh vực", "expected_version": 2}
    told(send(client, "field-retire", code, **end))
    assert "thôi dùng từ 01/01/2026" in html(client, "fields")
    assert client.get(f"/quan-tri/linh-vuc/{code}/thoi-dung/").status_code == 403
    assert "Dùng lại" in html(client, "field", code)
    told(send(client, "field-restore", code, expected_version=3))
    assert "thôi dùng từ" not in html(client, "fields")


def test_the_overview_names_what_waits(country: Country) -> None:
    page = html(signed_in(country.upper), "overview")
    assert "Hội đồng chưa có ai giữ vai trò" in page
    assert "quy định chưa đối chiếu văn bản" in page
    assert "chưa đăng nhập lần nào" in page
