"""The addresses of Excel in and out of a council."""

from django.urls import path

from dienhong.web.workbook import views

BASE = "<slug:council>/nhap-excel/"
ONE = f"{BASE}<slug:code>/"

urlpatterns = [
    path(BASE, views.home_page, name="workbook-home"),
    path(f"{BASE}mau/", views.template_page, name="workbook-template"),
    path(f"{BASE}xuat/", views.export_page, name="workbook-export"),
    path(ONE, views.upload_page, name="workbook-upload"),
    path(f"{ONE}danh-dau/", views.marked_page, name="workbook-marked"),
    path(f"{ONE}bo/", views.drop_page, name="workbook-drop"),
]
