"""Where the register of incoming reports has pages of its own; the rest are the engine's, under the same path."""

from django.urls import path

from dienhong.incoming.register import register
from dienhong.web.incoming.views import check, judge, receive
from dienhong.web.registers.views.lists import list_excel

BASE, GIVEN = f"<slug:council>/{register.path}/", {"register": register}
ONE = f"{BASE}<slug:code>/"

urlpatterns = [
    path(BASE, receive.list_page, GIVEN, name="incoming-list"),
    path(f"{BASE}xuat-excel/", list_excel, GIVEN, name="incoming-excel"),
    path(f"{BASE}ghi-moi/", receive.add_page, GIVEN, name="incoming-add"),
    path(ONE, check.report_page, GIVEN, name="incoming-record"),
    path(f"{ONE}tep/", check.file_page, GIVEN, name="incoming-file"),
    path(f"{ONE}cong-van/", check.letter_page, GIVEN, name="incoming-letter"),
    path(f"{ONE}doc-lai/", judge.read_page, GIVEN, name="incoming-read"),
    path(f"{ONE}kiem-tra-lai/", judge.check_page, GIVEN, name="incoming-check"),
    path(f"{ONE}phat-hien/<slug:finding>/", judge.finding_page, GIVEN, name="incoming-finding"),
]
