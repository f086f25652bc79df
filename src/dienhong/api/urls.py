"""Addresses of the interface for programs; everything behind them passes ``visible_to``."""

from django.urls import path

from dienhong.api import composition, figures, popolo

urlpatterns = [
    path("popolo/", popolo.councils, name="popolo-councils"),
    path("popolo/<slug:council>/", popolo.council, name="popolo-council"),
    path("so-lieu/", figures.dictionary, name="api-figures-dictionary"),
    path("so-lieu/<slug:council>/", figures.figures, name="api-figures"),
    path("so-lieu/<slug:council>/csv/", figures.figures_csv, name="api-figures-csv"),
    path("co-cau/<slug:council>/", composition.composition, name="api-composition"),
]
