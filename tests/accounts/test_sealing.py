"""What is sealed tells nothing without the key; keys may be changed; the key on disk is its owner's alone."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from dienhong.accounts.sealing import seal, unseal
from dienhong.kernel.errors import Unreadable

SAID = {"sender": "Nguyễn Văn Kín", "matter": "Tố cáo cán bộ"}


def test_what_is_sealed_tells_nothing_and_opens_again() -> None:
    sealed = seal(SAID)
    assert "Kín" not in sealed and "sender" not in sealed
    assert seal(SAID) != sealed
    assert unseal(sealed) == SAID


def test_an_old_key_still_opens_and_a_new_one_seals(settings: Any) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.SECRETS_KEYS = [old]
    sealed = seal(SAID)
    settings.SECRETS_KEYS = [new, old]
    assert unseal(sealed) == SAID
    fresh = seal(SAID)
    settings.SECRETS_KEYS = [old]
    with pytest.raises(Unreadable, match="khóa giải mã"):
        unseal(fresh)


def test_whoever_alters_it_is_found_out() -> None:
    sealed = seal(SAID)
    with pytest.raises(Unreadable):
        unseal(sealed[:-4] + "AAAA")


def test_the_key_is_made_on_first_use_beside_the_data(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS_KEYS, settings.SECRETS_KEY_FILE = [], tmp_path / "var.secrets-key"
    sealed = seal(SAID)
    assert stat.S_IMODE(settings.SECRETS_KEY_FILE.stat().st_mode) == 0o600
    assert unseal(sealed) == SAID
    assert [path.name for path in tmp_path.iterdir()] == ["var.secrets-key"]


def test_of_two_processes_one_makes_the_key(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other finds it there when it comes to give its own the name."""
    settings.SECRETS_KEYS, settings.SECRETS_KEY_FILE = [], tmp_path / "var.secrets-key"
    first = Fernet.generate_key()
    generate = Fernet.generate_key

    def while_another_is_faster() -> bytes:
        settings.SECRETS_KEY_FILE.write_bytes(first)
        return generate()

    monkeypatch.setattr(Fernet, "generate_key", while_another_is_faster)
    sealed = seal(SAID)
    settings.SECRETS_KEYS = [first.decode()]
    assert unseal(sealed) == SAID


def test_the_key_does_not_lie_in_the_folder_of_data() -> None:
    from django.conf import settings

    assert settings.DATA_DIRECTORY not in settings.SECRETS_KEY_FILE.parents
