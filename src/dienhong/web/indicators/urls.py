"""Pages of figures: the figures of a period, who has recorded what, what was reported by paper, what looks odd."""

from django.urls import path

from dienhong.web.indicators import board, figures, nothing, quality, reported

urlpatterns = [
    path("<slug:council>/so-lieu/", figures.figures_page, name="figures"),
    path("<slug:council>/so-lieu/xuat-excel/", figures.figures_excel, name="figures-excel"),
    path("<slug:council>/so-lieu/xuat-csv/", figures.figures_csv, name="figures-csv"),
    path("<slug:council>/bang-so-lieu/", board.board_page, name="figures-board"),
    path("<slug:council>/so-lieu/bao-cao/", reported.reported_page, name="reported-figures"),
    path(
        "<slug:council>/bang-so-lieu/khong-phat-sinh/<slug:path>/",
        nothing.nothing_page,
        name="nothing-to-report",
    ),
    path("<slug:council>/chat-luong-du-lieu/", quality.quality_page, name="data-quality"),
]
