"""Addresses of papers, attendance and results beside those of the register engine."""

from django.urls import path

from dienhong.web.council_sessions.views import attendance, papers, results, verifications

PAPER = "<slug:council>/tai-lieu-ky-hop/<slug:code>/"

urlpatterns = [
    path(f"{PAPER}nhan-ban/", papers.receive_page, name="papers-receive"),
    path(f"{PAPER}ban/<int:part>/", papers.file_of_version, name="papers-file"),
    path(
        "<slug:council>/tham-tra/<slug:code>/phoi-hop/",
        verifications.supporters_page,
        name="verifications-supporters",
    ),
    path(
        "<slug:council>/ngay-hop/<slug:code>/diem-danh/",
        attendance.attendance_page,
        name="sittings-attendance",
    ),
    path("<slug:council>/bieu-quyet/<slug:code>/ket-qua/", results.result_page, name="votes-result"),
]
