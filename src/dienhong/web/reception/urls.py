"""Addresses of reception beside those of the register engine; they come before it."""

from django.urls import path

from dienhong.reception.register import days, letters, receptions
from dienhong.web.reception.views import calendar, denunciations, handlers, pairs

DAYS, LETTERS = "<slug:council>/lich-tiep-cong-dan/", "<slug:council>/don-thu/"

urlpatterns = [
    path(f"{DAYS}lap-lich/", calendar.plan_page, {"register": days}, name="reception_days-plan"),
    path(
        f"{DAYS}<slug:code>/ghi-luot-tiep/",
        calendar.receive_page,
        {"register": days},
        name="reception_days-receive",
    ),
    path(
        "<slug:council>/luot-tiep/<slug:code>/ghi-don/",
        calendar.letter_page,
        {"register": receptions},
        name="receptions-letter",
    ),
    path(f"{LETTERS}trung-nhau/", pairs.pairs_page, {"register": letters}, name="letters-pairs"),
    path(f"{LETTERS}<slug:code>/trung/", pairs.judge_page, {"register": letters}, name="letters-judge"),
    path(f"{LETTERS}nguoi-xu-ly/", handlers.handlers_page, {"register": letters}, name="letters-handlers"),
    path(f"{LETTERS}ghi-to-cao/", denunciations.add_page, {"register": letters}, name="denunciations-add"),
    path(
        f"{LETTERS}<slug:code>/doc/",
        denunciations.read_page,
        {"register": letters},
        name="denunciations-read",
    ),
    path(
        f"{LETTERS}<slug:code>/sua-to-cao/",
        denunciations.change_page,
        {"register": letters},
        name="denunciations-change",
    ),
]
