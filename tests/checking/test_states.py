"""Wholes and parts told by words of state, and classes of n/N."""

from tests.checking.say import errors, findings, formulas

TWO_SENTENCES = "Thường trực HĐND đã chuyển 52 kiến nghị đến UBND huyện. Đến nay đã giải quyết xong {} kiến nghị; đang giải quyết 21 kiến nghị."  # noqa: E501
CLASSES = "Có {} người được lấy phiếu tín nhiệm. Trong đó {} người có quá nửa số phiếu tín nhiệm cao; {} người có quá nửa số phiếu tín nhiệm."  # noqa: E501


def test_done_and_open_make_what_was_passed_on() -> None:
    assert formulas(TWO_SENTENCES.format(31)) == ["52 kiến nghị = 31 + 21"]
    assert errors(TWO_SENTENCES.format(32)) == ["sum"]


def test_done_and_open_of_something_else_are_left_alone() -> None:
    text = "Tiếp nhận 50 đơn. Đã xử lý 30 đơn thuộc thẩm quyền; đang xử lý 05 đơn."
    assert errors(text) == []


def test_classes_make_the_people_rated() -> None:
    assert errors(CLASSES.format(18, "12/18", "6/18")) == []
    assert errors(CLASSES.format(18, "12/18", "7/18")) == ["sum"]
    assert "ratio" in errors(CLASSES.format(19, "12/18", "6/18")) or errors(
        CLASSES.format(19, "12/18", "6/18")
    ) == ["sum"]


def test_votes_that_overlap_are_no_classes() -> None:
    text = "Có 25/30 đại biểu dự họp; 24/30 đại biểu biểu quyết tán thành thông qua nghị quyết."
    assert errors(text) == []


def test_qualities_that_overlap_are_no_classes() -> None:
    text = "HĐND có 30 đại biểu, gồm 12/30 đại biểu nữ, 16/30 đại biểu là người dân tộc thiểu số."
    assert errors(text) == []


def test_n_of_n_and_the_rest() -> None:
    text = "Đã có 10/12 xã hoàn thành, còn {} xã chưa hoàn thành."
    assert errors(text.format("02")) == []
    assert errors(text.format("03")) == ["sum"]


def test_the_finding_names_every_number() -> None:
    message = findings(TWO_SENTENCES.format(32), "sum")[0].message
    assert all(number in message for number in ("52", "32", "21", "53"))
