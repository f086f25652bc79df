"""The browser assets in the tree are those of the manifest, and their licences lie beside them."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def assets() -> ModuleType:
    spec = importlib.util.spec_from_file_location("vendor_assets", ROOT / "scripts" / "vendor_assets.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["vendor_assets"] = module
    spec.loader.exec_module(module)
    return module


def test_every_file_is_as_recorded(assets: ModuleType) -> None:
    assert list(assets.differences()) == []


def test_the_sprite_holds_the_icons_of_the_list(assets: ModuleType) -> None:
    drawn = re.findall(r'<symbol id="([\w-]+)"', (assets.VENDOR / "icons.svg").read_text())
    assert drawn == assets.ICONS


def test_the_manifest_speaks_of_the_packages_of_the_script(assets: ModuleType) -> None:
    recorded = [(entry["name"], entry["version"], entry["licence"]) for entry in assets.manifest()]
    assert recorded == [(package.name, package.version, package.licence) for package in assets.PACKAGES]


def test_a_changed_a_missing_and_a_strange_file_are_named(
    assets: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = '{"packages": [{"files": {"a.js": "00", "b.js": "00"}}]}'
    (tmp_path / "manifest.json").write_text(manifest)
    (tmp_path / "a.js").write_text("changed")
    (tmp_path / "c.js").write_text("strange")
    monkeypatch.setattr(assets, "VENDOR", tmp_path)
    monkeypatch.setattr(assets, "MANIFEST", tmp_path / "manifest.json")
    assert sorted(assets.differences()) == [
        "a.js: changed since it was recorded",
        "b.js: recorded but missing",
        "c.js: not recorded",
    ]
