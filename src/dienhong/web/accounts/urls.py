"""Sign-in and the person's own account, under Vietnamese addresses."""

from allauth.account import views as account
from django.urls import path

urlpatterns = [
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
]
