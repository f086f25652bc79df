"""Addresses of confidence ratings beside those of the register engine."""

from django.urls import path

from dienhong.web.confidence.views import count_page

urlpatterns = [
    path(
        "<slug:council>/lay-phieu-tin-nhiem/<slug:code>/ket-qua/", count_page, name="confidence_ratings-count"
    )
]
