"""The pages of the product: what belongs to the house first, then the councils by their short address."""

from django.urls import URLPattern, URLResolver, include, path

from dienhong.web.desk import switcher
from dienhong.web.desk import views as desk
from dienhong.web.reminders.urls import council_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", desk.entrance, name="entrance"),
    path("kieu-dang/", include("dienhong.web.components.urls")),
    path("quan-tri/", include("dienhong.web.administration.urls")),
    path("<slug:council>/", desk.desk, name="desk"),
    path("<slug:council>/doi-hoi-dong/", switcher.councils_page, name="councils"),
    *council_urls,
    path("", include("dienhong.web.people.urls")),
    path("", include("dienhong.web.incoming.urls")),
    path("", include("dienhong.web.reports.urls")),
    path("", include("dienhong.web.indicators.urls")),
    path("", include("dienhong.web.council_sessions.urls")),
    path("", include("dienhong.web.confidence.urls")),
    path("", include("dienhong.web.voters.urls")),
    path("", include("dienhong.web.workbook.urls")),
    path("", include("dienhong.web.activities.urls")),
    path("", include("dienhong.web.questioning.urls")),
    path("", include("dienhong.web.reception.urls")),
    path("", include("dienhong.web.registers.urls")),
    path("", include("dienhong.web.followup.urls")),
]
