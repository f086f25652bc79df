"""Pages of the installation."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("kieu-dang/", include("dienhong.web.components.urls")),
]
