"""Addresses of the interface for programs; everything behind them passes ``visible_to``."""

from django.urls import path

from dienhong.api import composition, popolo

urlpatterns = [
    path("popolo/", popolo.councils, name="popolo-councils"),
    path("popolo/<slug:council>/", popolo.council, name="popolo-council"),
    path("co-cau/<slug:council>/", composition.composition, name="api-composition"),
]
