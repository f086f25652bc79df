"""Pages of questions and hearings: answered, concluded, overdue work brought before them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.followup.assigning import follow
from dienhong.followup.models import Escalation
from dienhong.organisations.models import Council
from dienhong.questioning.models import Question
from dienhong.questioning.register import hearings
from dienhong.registers import actions

from ...factories import NOW, make_mandate
from ...questioning.factories import (
    executive,
    field,
    make_co_asker,
    make_hearing,
    make_matter,
    make_question,
    make_question_time,
)

QUESTION = "/xa-mau/chat-van/CHV-2023-001/"
HEARING = "/xa-mau/giai-trinh/GT-2023-001/"


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def test_a_question_is_recorded_and_answered(browser: Client, commune: Council, clerk: User) -> None:
    body = executive(commune)
    form = browser.get("/xa-mau/chat-van/ghi-moi/").text
    assert "Nội dung chất vấn" in form and body.name in form
    typed = {
        "text": "Vì sao trạm bơm chưa chạy",
        "field": field().pk,
        "venue": "between",
        "asked_on": "19/7/2023",
        "manner": "written",
        "asked_by": "Trần Thị Mẫu",
        "body": body.pk,
        "answer_manner": "oral",
    }
    refused = browser.post("/xa-mau/chat-van/ghi-moi/", typed)
    assert refused.status_code == 422 and "trả lời bằng văn bản" in refused.text
    saved = browser.post("/xa-mau/chat-van/ghi-moi/", {**typed, "answer_manner": "written"}, follow=True)
    assert "Trả lời bằng văn bản chậm nhất" in saved.text and "Quá hạn trả lời" in saved.text
    assert saved.text.count("Ghi trả lời") == 1 and "Giao việc phải theo dõi" in saved.text
    assert browser.get(f"{QUESTION}buoc/answer/").status_code == 404
    answer = {"expected_version": "1", "answered_on": "1/8/2023", "answer_manner": "written"}
    form = browser.get(f"{QUESTION}viec/answer/").text
    assert '<option value="written" selected>' in form
    assert browser.post(f"{QUESTION}viec/answer/", {"expected_version": "1"}).status_code == 422
    answered = browser.post(f"{QUESTION}viec/answer/", answer, follow=True)
    assert "đã trả lời" in answered.text and browser.get(f"{QUESTION}viec/answer/").status_code == 404


def test_who_asks_together_stands_on_the_page(browser: Client, commune: Council, clerk: User) -> None:
    question = make_question(commune, clerk)
    make_co_asker(question, make_mandate(commune, clerk, "Lê Văn Mẫu"), clerk)
    page = browser.get(QUESTION).text
    assert "Đại biểu cùng chất vấn" in page and "Lê Văn Mẫu" in page
    assert "Lê Văn Mẫu" in browser.get("/xa-mau/chat-van/").text
    assert "Đại biểu cùng chất vấn" not in navigation(browser)


def navigation(browser: Client) -> str:
    text: str = browser.get("/xa-mau/").text
    return text[: text.index("<main")]


def test_a_question_time_shows_what_was_asked(browser: Client, commune: Council, clerk: User) -> None:
    make_question(commune, clerk, venue="standing", answer_manner="oral")
    make_question(commune, clerk, text="Bằng văn bản giữa hai kỳ họp")
    make_question_time(commune, clerk)
    page = browser.get("/xa-mau/phien-chat-van/PCV-2023-001/").text
    assert "công trình nước sinh hoạt thôn 1" in page and "giữa hai kỳ họp" not in page


def test_a_hearing_shows_matters_and_is_concluded(browser: Client, commune: Council, clerk: User) -> None:
    hearing = make_hearing(commune, clerk)
    make_matter(hearing, clerk)
    page = browser.get(HEARING).text
    assert "Việc chuyển nguồn ngân sách" in page and "Thông báo chậm nhất" in page
    assert f"noi-dung-giai-trinh/ghi-moi/?hearing={hearing.pk}" in page and "Ghi kết luận" not in page
    actions.move(hearings, hearing, step="hold", expected_version=1, by=clerk, at=NOW)
    typed = {"expected_version": "2", "conclusion_number": "04/TB-TTHĐND", "concluded_on": "9/5/2023"}
    too_few = {**typed, "members": "5", "in_favour": "2"}
    assert "chưa được thông qua" in browser.post(f"{HEARING}viec/conclude/", too_few).text
    assert "đã có kết luận" in browser.post(f"{HEARING}viec/conclude/", typed, follow=True).text


def test_overdue_work_is_brought_before_a_hearing(browser: Client, commune: Council, clerk: User) -> None:
    make_hearing(commune, clerk)
    given = {"text": "Sửa trạm bơm", "lead": executive(commune), "on": date(2023, 7, 20), "by": clerk}
    late = follow(make_question(commune, clerk), due_on=date(2023, 9, 1), at=NOW, **given)
    follow(Question.objects.get(), due_on=date(2099, 1, 1), at=NOW, **{**given, "text": "Việc còn hạn"})
    assert "Đôn đốc việc quá hạn" not in browser.get(HEARING).text
    page = browser.get(f"{HEARING}viec-qua-han/").text
    assert "Sửa trạm bơm" in page and "Việc còn hạn" not in page
    nothing = browser.post(f"{HEARING}viec-qua-han/", {"on": "1/11/2023"})
    assert nothing.status_code == 422 and "ít nhất một việc" in nothing.text
    typed = {"on": "1/11/2023", "undertakings": [late.pk]}
    brought = browser.post(f"{HEARING}viec-qua-han/", typed, follow=True)
    assert "Đôn đốc việc quá hạn" in brought.text and "Sửa trạm bơm" in brought.text
    assert Escalation.objects.get().happened_in is not None
    again = browser.post(f"{HEARING}viec-qua-han/", typed)
    assert again.status_code == 422 and "đã được thực hiện" in again.text


@pytest.mark.parametrize("path", ["chat-van", "phien-chat-van", "giai-trinh", "noi-dung-giai-trinh"])
def test_lists_ask_as_much_for_many_as_for_one(
    path: str, browser: Client, commune: Council, clerk: User
) -> None:
    hearing = make_hearing(commune, clerk, ordinal=20)

    def record(n: int) -> None:
        make_question(commune, clerk, text=f"Nội dung {n}", asker=make_mandate(commune, clerk, f"Mẫu {n}"))
        make_question_time(commune, clerk, held_on=date(2023, 7, n))
        make_matter(hearing, clerk, text=f"Nội dung giải trình {n}")
        make_hearing(commune, clerk, ordinal=n)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/xa-mau/{path}/").status_code == 200
        return len(queries)

    record(1)
    asked()  # what is read once per process
    one = asked()
    for n in range(2, 9):
        record(n)
    assert asked() == one
    assert browser.get(f"/xa-mau/{path}/xuat-excel/").status_code == 200
