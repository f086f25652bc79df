"""Every address of the installation; ``tests/access`` walks it."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("tai-khoan/", include("dienhong.web.accounts.urls")),
    path("", include("dienhong.web.urls")),
]
