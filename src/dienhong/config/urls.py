"""Every address of the installation; ``tests/access`` walks it."""

from django.urls import URLPattern, URLResolver, include, path

from dienhong.web.reminders.urls import own_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("tai-khoan/", include("dienhong.web.accounts.urls")),
    path("tai-khoan/", include(own_urls)),
    path("api/", include("dienhong.api.urls")),
    path("", include("dienhong.web.urls")),
]

handler400 = "dienhong.web.errors.bad_request"
handler403 = "dienhong.web.errors.permission_denied"
handler404 = "dienhong.web.errors.page_not_found"
handler429 = "dienhong.web.errors.too_many_requests"
handler500 = "dienhong.web.errors.server_error"
