"""The addresses of administration, under ``/quan-tri/``."""

from django.urls import path

from dienhong.web.administration.views import (
    council_page,
    councils,
    fields,
    holidays,
    organisations,
    overrides,
    overview,
    roles,
    rules,
    units,
    user_page,
    users,
)

_COUNCIL = "hoi-dong/<slug:council>/"
_BODY = f"{_COUNCIL}co-quan/<int:pk>/"
_USER = "nguoi-dung/<str:username>/"
_RULE = "quy-tac/<str:code>/"
_OVERRIDE = f"{_RULE}gia-tri-rieng/<int:pk>/"
_DAY = "lich-nghi/<slug:day>/"
_FIELD = "linh-vuc/<slug:code>/"

urlpatterns = [
    path("", overview.page, name="administration-overview"),
    path("hoi-dong/", councils.listing, name="administration-councils"),
    path("hoi-dong/them/", councils.add, name="administration-council-add"),
    path(_COUNCIL, council_page.page, name="administration-council"),
    path(f"{_COUNCIL}sua/", councils.change, name="administration-council-change"),
    path(f"{_COUNCIL}ket-thuc/", units.end, name="administration-council-end"),
    path(f"{_COUNCIL}co-quan/", organisations.listing, name="administration-organisations"),
    path(f"{_COUNCIL}co-quan/them/", organisations.add, name="administration-organisation-add"),
    path(_BODY, organisations.page, name="administration-organisation"),
    path(f"{_BODY}sua/", organisations.change, name="administration-organisation-change"),
    path(f"{_BODY}ket-thuc/", organisations.end, name="administration-organisation-end"),
    path(f"{_COUNCIL}vai-tro/", roles.listing, name="administration-roles"),
    path(f"{_COUNCIL}vai-tro/giao/", roles.grant, name="administration-role-grant"),
    path(f"{_COUNCIL}vai-tro/<int:pk>/ket-thuc/", roles.end, name="administration-role-end"),
    path(f"{_COUNCIL}mo-tai-khoan/", users.add, name="administration-user-add"),
    path("nguoi-dung/", user_page.listing, name="administration-users"),
    path("nguoi-dung/mo-tai-khoan/", users.choose_council, name="administration-user-add-where"),
    path(_USER, user_page.page, name="administration-user"),
    path(f"{_USER}sua/", users.change, name="administration-user-change"),
    path(f"{_USER}giao-vai-tro/", users.choose_council, name="administration-user-grant-where"),
    path(f"{_USER}ngung/", users.deactivate, name="administration-user-deactivate"),
    path(f"{_USER}mo-lai/", users.reactivate, name="administration-user-reactivate"),
    path(f"{_USER}cap-mat-khau/", users.reset, name="administration-user-reset"),
    path("quy-tac/", rules.listing, name="administration-rules"),
    path(_RULE, rules.page, name="administration-rule"),
    path(f"{_RULE}dat-gia-tri/", overrides.add, name="administration-rule-override"),
    path(f"{_OVERRIDE}ket-thuc/", overrides.end, name="administration-override-end"),
    path(f"{_OVERRIDE}huy/", overrides.cancel, name="administration-override-cancel"),
    path("lich-nghi/", holidays.listing, name="administration-holidays"),
    path("lich-nghi/them/", holidays.add, name="administration-holiday-add"),
    path(_DAY, holidays.change, name="administration-holiday"),
    path(f"{_DAY}bo/", holidays.remove, name="administration-holiday-remove"),
    path("linh-vuc/", fields.listing, name="administration-fields"),
    path("linh-vuc/them/", fields.add, name="administration-field-add"),
    path(_FIELD, fields.change, name="administration-field"),
    path(f"{_FIELD}thoi-dung/", fields.retire, name="administration-field-retire"),
    path(f"{_FIELD}dung-lai/", fields.restore, name="administration-field-restore"),
]
