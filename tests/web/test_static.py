"""Our own style sheets and scripts: small, parsable, from this server alone, readable by weak eyes."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import dienhong.web

WEB = Path(dienhong.web.__file__).parent
STYLES = sorted((WEB / "static" / "css").glob("*.css"))
SCRIPTS = sorted((WEB / "static" / "js").glob("*.js"))
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
TOKENS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", (WEB / "static" / "css" / "tokens.css").read_text()))

by_name = {"ids": lambda path: path.name}


@pytest.mark.parametrize("path", SCRIPTS, **by_name)
def test_a_script_is_short_and_parses(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 80
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    command = [node, "--input-type=module", "--check"]
    checked = subprocess.run(command, check=False, input=path.read_text(), text=True, capture_output=True)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("path", STYLES, **by_name)
def test_a_style_sheet_is_short_and_balanced(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 350
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("path", [*STYLES, *SCRIPTS, *TEMPLATES], **by_name)
def test_nothing_comes_from_elsewhere(path: Path) -> None:
    assert not re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", path.read_text())


@pytest.mark.parametrize("path", TEMPLATES, **by_name)
def test_a_template_is_short_and_has_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 120
    assert not re.findall(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", text)


def test_colours_are_named_once() -> None:
    strays = {
        path.name: found
        for path in STYLES
        if path.name not in {"tokens.css", "print.css"}
        and (found := set(re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text())) - {"#fff"})
    }
    assert strays == {}


def test_every_icon_is_in_the_sprite() -> None:
    drawn = set(re.findall(r'id="([\w-]+)"', (WEB / "static" / "vendor" / "icons.svg").read_text()))
    used = {name for path in TEMPLATES for name in re.findall(r'{% icon "([\w-]+)" %}', path.read_text())}
    assert used - drawn == set()


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])))
    return (light + 0.05) / (dark + 0.05)


GROUNDS = ("paper", "sheet", "shade")
WORDS = [
    (word, ground) for word in ("ink", "ink-soft", "blue", "son", "amber", "green") for ground in GROUNDS
]
ON_TINTS = [("blue-deep", "blue-tint"), ("son", "son-tint"), ("ink", "amber-tint"), ("ink", "green-tint")]


@pytest.mark.parametrize(("word", "ground"), [*WORDS, *ON_TINTS, ("sheet", "blue"), ("sheet", "blue-deep")])
def test_words_are_readable_on_their_ground(word: str, ground: str) -> None:
    assert contrast(word, ground) >= 4.5


@pytest.mark.parametrize("ground", ["paper", "sheet"])
def test_the_edge_of_a_control_is_seen(ground: str) -> None:
    assert contrast("line-strong", ground) >= 3
