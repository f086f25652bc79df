"""The pages of the product, the council first."""

from django.urls import URLPattern, URLResolver, include, path

from dienhong.web.desk import views as desk

urlpatterns: list[URLPattern | URLResolver] = [
    path("", desk.entrance, name="entrance"),
    path("<slug:council>/", desk.desk, name="desk"),
    path("", include("dienhong.web.registers.urls")),
]
