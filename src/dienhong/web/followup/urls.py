"""Addresses of following up, below a council's."""

from django.urls import path

from dienhong.followup.following import ASSIGN
from dienhong.web.followup.views import acts, assessing, board, books, escalating, paper, record
from dienhong.web.followup.views.assigning import assign_page, followed_registers

BOOK = "<slug:council>/van-ban-tra-loi/tu-excel/<slug:code>/"
ONE = "<slug:council>/viec-theo-doi/<slug:code>/"

urlpatterns = [
    path("<slug:council>/theo-doi/", board.board_page, name="followup-board"),
    path("<slug:council>/viec-duoc-giao/", board.agency_page, name="followup-agency"),
    path("<slug:council>/van-ban-tra-loi/", paper.paper_page, name="followup-paper"),
    path("<slug:council>/van-ban-tra-loi/mau-excel/", books.workbook_page, name="followup-workbook"),
    path("<slug:council>/van-ban-tra-loi/tu-excel/", books.upload_page, name="followup-upload"),
    path(BOOK, books.book_page, name="followup-book"),
    path(f"{BOOK}danh-dau/", books.errors_page, name="followup-book-errors"),
    path(f"{BOOK}tep/", books.book_file_page, name="followup-book-file"),
    path(f"{BOOK}bo/", books.drop_page, name="followup-book-drop"),
    path("<slug:council>/xem-xet-tra-loi/", assessing.assess_page, name="followup-assess"),
    path(ONE, record.record_page, name="undertakings-record"),
    path(f"{ONE}tep/<slug:sha256>/", record.file_page, name="undertakings-file"),
    path(f"{ONE}tra-loi/<int:part>/", acts.answer_page, name="undertakings-answer"),
    path(f"{ONE}buoc/<int:part>/<slug:step>/", acts.step_page, name="undertakings-step"),
    path(f"{ONE}xin-gia-han/", acts.ask_page, name="undertakings-ask"),
    path(f"{ONE}gia-han/", acts.extend_page, name="undertakings-extend"),
    path(f"{ONE}gia-han/<slug:decision>/", acts.decide_page, name="undertakings-decide"),
    path(f"{ONE}don-doc/", escalating.escalate_page, name="undertakings-escalate"),
]

urlpatterns += [
    path(
        f"<slug:council>/{register.path}/<slug:code>/{ASSIGN}/",
        assign_page,
        {"register": register},
        name=f"{register.code}-assign",
    )
    for register in followed_registers()
]
