"""Pages of a council's people that no single register shows."""

from django.urls import path

from dienhong.web.people import composition, council

urlpatterns = [
    path("<slug:council>/hoi-dong/", council.council_page, name="council"),
    path("<slug:council>/co-cau/", composition.composition_page, name="composition"),
    path("<slug:council>/co-cau/xuat-excel/", composition.composition_excel, name="composition-excel"),
]
