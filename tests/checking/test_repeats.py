"""The same thing told twice."""

from tests.checking.say import errors, findings

TOLD = """I. KẾT QUẢ
Trong năm, HĐND huyện đã tổ chức {} cuộc giám sát chuyên đề theo kế hoạch.
II. ĐÁNH GIÁ CHUNG
Nhìn chung, HĐND huyện đã tổ chức {} cuộc giám sát chuyên đề theo kế hoạch."""
BREAKDOWN = """Đã khảo sát 20 cuộc (Thường trực HĐND: 11; Ban Pháp chế: 4; Ban Dân tộc: 5).
Tóm lại, với {} cuộc khảo sát (Thường trực HĐND: {}; Ban Pháp chế: 4; Ban Dân tộc: 5), giám sát được tăng cường."""
LEVELS = """Thường trực HĐND huyện đã chuyển 40 kiến nghị, trong đó: đã giải quyết 25 kiến nghị; đang giải quyết 15 kiến nghị.
Thường trực HĐND các xã có 60 kiến nghị, trong đó: đã giải quyết 50 kiến nghị; đang giải quyết 10 kiến nghị.
Cả năm tổng hợp {} kiến nghị thuộc thẩm quyền cấp huyện, xã."""  # noqa: E501


def test_a_sentence_told_twice() -> None:
    assert errors(TOLD.format(60, 60)) == []
    assert errors(TOLD.format(60, 59)) == ["repeat"]
    assert [(one.stated, one.computed) for one in findings(TOLD.format(60, 59), "repeat")] == [("59", "60")]


def test_a_breakdown_told_twice() -> None:
    assert errors(BREAKDOWN.format(20, 11)) == []
    assert "repeat" in errors(BREAKDOWN.format(20, 12))


def test_other_periods_and_places_are_other_things() -> None:
    text = "Kỳ họp thứ 5 đã thông qua 12 nghị quyết quan trọng.\nKỳ họp thứ 6 đã thông qua 11 nghị quyết quan trọng."
    assert errors(text) == []
    text = "HĐND xã An Khê tổ chức 12 phiên họp định kỳ.\nHĐND xã Sơn Hà tổ chức 11 phiên họp định kỳ."
    assert errors(text) == []


def test_other_groups_and_committees_are_other_bodies() -> None:
    text = "Tổ đại biểu số 1 đã tiếp nhận 12 ý kiến tâm huyết.\nTổ đại biểu số 2 đã tiếp nhận 11 ý kiến tâm huyết."
    assert errors(text) == []
    text = "Ban Pháp chế đã thẩm tra 12 báo cáo định kỳ.\nBan Dân tộc đã thẩm tra 11 báo cáo định kỳ."
    assert errors(text) == []


def test_two_levels_make_the_roll_up() -> None:
    assert errors(LEVELS.format(100)) == []
    assert errors(LEVELS.format(101)) == ["sum"]
