"""Addresses of questions and hearings beside those of the register engine; they come before it."""

from django.urls import path

from dienhong.questioning.register import hearings, questions
from dienhong.questioning.register.questions import BRING
from dienhong.web.questioning.views import bring_page

urlpatterns = [
    path(
        f"<slug:council>/{register.path}/<slug:code>/{BRING}/",
        bring_page,
        {"register": register},
        name=f"{register.code}-bring",
    )
    for register in (questions, hearings)
]
