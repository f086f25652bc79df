from django.urls import path

from dienhong.web.components import views

urlpatterns = [
    path("", views.components, name="kieu_dang"),
    path("ban-lam-viec/", views.desk, name="kieu_dang_desk"),
    path("danh-sach/", views.register, name="kieu_dang_register"),
    path("danh-sach/trong/", views.empty_register, name="kieu_dang_empty_register"),
    path("ho-so/", views.record, name="kieu_dang_record"),
    path("bieu-mau/", views.form, name="kieu_dang_form"),
    path("bieu-mau/xac-nhan/", views.confirm, name="kieu_dang_confirm"),
    path("loi/<int:code>/", views.error, name="kieu_dang_error"),
]
