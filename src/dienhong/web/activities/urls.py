"""Addresses of other activities beside those of the register engine; they come before it."""

from django.urls import path

from dienhong.activities.register import activity_sheets
from dienhong.web.activities.views import own_part_page

urlpatterns = [
    path(
        "<slug:council>/phieu-hoat-dong/<slug:code>/phan-cua-dai-bieu/",
        own_part_page,
        {"register": activity_sheets},
        name="activity_sheets-own",
    ),
]
