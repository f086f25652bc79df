"""The page of components: every screen comes, in development only."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from dienhong.accounts.models import User
from dienhong.web.components.urls import urlpatterns

SCREENS = [str(pattern.name) for pattern in urlpatterns if pattern.name != "kieu_dang_error"]


@pytest.fixture
def visitor(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_comes_in_development(screen: str, visitor: Client) -> None:
    assert visitor.get(reverse(screen)).status_code == 200


@pytest.mark.parametrize("screen", SCREENS)
def test_elsewhere_it_does_not_exist(screen: str, visitor: Client, settings: Settings) -> None:
    settings.DEVELOPMENT = False
    assert visitor.get(reverse(screen)).status_code == 404


def test_a_refused_form_names_the_fields_and_keeps_what_was_typed(visitor: Client) -> None:
    page = visitor.post(
        reverse("kieu_dang_form"), {"text": "Đề nghị sửa đường liên thôn", "people": "-3"}
    ).content.decode()
    assert "Đề nghị sửa đường liên thôn" in page
    assert '<a href="#id_raised_on">Ngày nêu</a>' in page
    assert 'aria-describedby="id_raised_on_helptext id_raised_on_error"' in page
    assert '<details class="form-group" open>' in page


def test_a_state_is_a_word_and_a_shape(visitor: Client) -> None:
    page = visitor.get(reverse("kieu_dang")).content.decode()
    assert page.count("#alert-circle-filled") >= 1
    assert "<span>Quá hạn 6 ngày</span>" in page
