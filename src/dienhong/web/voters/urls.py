"""Addresses of petitions and rounds beside those of the register engine; they come before it."""

from django.urls import path

from dienhong.web.voters.views import forwarding, repeats, sharing

PETITION = "<slug:council>/kien-nghi/<slug:code>/"

urlpatterns = [
    path("<slug:council>/chuyen-kien-nghi/", forwarding.forward_page, name="petitions-forward"),
    path("<slug:council>/kien-nghi/trung-lap/", repeats.hint, name="petitions-hint"),
    path(f"{PETITION}chuyen/", forwarding.forward_one, name="petitions-forward-one"),
    path(f"{PETITION}trung/", repeats.repeats_page, name="petitions-repeats"),
    path(f"{PETITION}bo-noi/", repeats.unlink_page, name="petitions-unlink"),
    path(f"{PETITION}chuyen-hoi-dong/", sharing.pass_page, name="petitions-pass"),
    path(f"{PETITION}rut-lai/", sharing.take_back_page, name="petitions-take-back"),
    path(
        "<slug:council>/dot-tiep-xuc/<slug:code>/cung-to-chuc/",
        sharing.together_page,
        name="voter_rounds-together",
    ),
    path(
        "<slug:council>/diem-tiep-xuc/<slug:code>/ghi-kien-nghi/",
        sharing.petition_of_meeting,
        name="voter_meetings-petition",
    ),
]
