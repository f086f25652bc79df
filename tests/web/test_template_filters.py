"""What templates write: dates and numbers as officials do, drawings with points for commas."""

from datetime import UTC, date, datetime

import pytest

from dienhong.web.templatetags import components, vietnamese

LATE = datetime(2023, 5, 8, 18, 5, tzinfo=UTC)  # already the ninth in Vietnam


def test_dates() -> None:
    assert vietnamese.ngay(date(2023, 5, 9)) == "09/5/2023"
    assert vietnamese.ngay(LATE) == "09/5/2023"
    assert vietnamese.ngay_thang(date(2024, 2, 9)) == "09/02"
    assert vietnamese.ngay_dai(LATE) == "ngày 09 tháng 5 năm 2023"
    assert vietnamese.ngay_gio(LATE) == "01:05, 09/5/2023"
    assert vietnamese.gio(LATE) == "01:05"
    assert vietnamese.thu(date(2023, 11, 20)) == "Thứ Hai"


@pytest.mark.parametrize(
    "written", [vietnamese.ngay, vietnamese.ngay_dai, vietnamese.ngay_gio, vietnamese.thu]
)
def test_no_date_is_nothing(written) -> None:  # type: ignore[no-untyped-def]
    assert written(None) == ""


def test_numbers() -> None:
    assert vietnamese.so(5) == "05"
    assert vietnamese.so_tron(5) == "5"
    assert vietnamese.so(1650) == "1.650"
    assert vietnamese.ty_le(303, 1000) == "30,3%"
    assert vietnamese.tien(74_200_000_000) == "74,2 tỷ đồng"


@pytest.mark.parametrize(
    "written", [vietnamese.so, vietnamese.so_tron, vietnamese.thap_phan, vietnamese.tien]
)
def test_silence_is_a_dash_and_not_zero(written) -> None:  # type: ignore[no-untyped-def]
    assert written(None) == "–"


def test_a_trend_stays_in_its_box() -> None:
    assert components.points([0, 5, 10]) == "0.0,28.0 40.0,15.0 80.0,2.0"
    assert components.points([7]) == "0.0,2.0"


def test_a_bar_is_a_share_of_the_greatest() -> None:
    assert components.share(1, 3) == "33.33"
    assert components.share(5, 0) == "0"
