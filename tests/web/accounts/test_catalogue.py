"""No English reaches an official: whatever Django and allauth may say here has Vietnamese words of ours or theirs."""

import ast
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import allauth
import polib
import pytest
from django.utils.translation import gettext, ngettext, npgettext, override, pgettext

CATALOGUE = Path(__file__).resolve().parents[3] / "src/dienhong/web/locale/vi/LC_MESSAGES/django.po"
MODULES = [
    "django.forms.fields",
    "django.forms.forms",
    "django.forms.formsets",
    "django.forms.models",
    "django.forms.utils",
    "django.forms.widgets",
    "django.core.validators",
    "django.db.models.base",
    "django.db.models.constraints",
    "django.db.models.fields",
    "django.db.models.fields.json",
    "django.db.models.fields.related",
    "django.contrib.auth.base_user",
    "django.contrib.auth.forms",
    "django.contrib.auth.password_validation",
    "django.contrib.auth.validators",
    "django.contrib.humanize.templatetags.humanize",
    "django.template.defaultfilters",
    "django.utils.dates",
    "django.utils.text",
    "django.utils.timesince",
    "allauth.account.adapter",
    "allauth.account.fields",
    "allauth.account.forms",
    "allauth.mfa.adapter",
    "allauth.mfa.base.forms",
    "allauth.mfa.recovery_codes.forms",
    "allauth.mfa.totp.forms",
    "allauth.usersessions.forms",
]
TEMPLATES = [
    "account/messages/logged_out.txt",
    "account/messages/password_changed.txt",
    "account/messages/password_set.txt",
    "mfa/messages/totp_activated.txt",
    "mfa/messages/totp_deactivated.txt",
    "mfa/messages/recovery_codes_generated.txt",
    "usersessions/messages/sessions_logged_out.txt",
]
# Kinds of model fields are named only to programmers; the rest is written the same way in both languages.
KINDS_OF_FIELDS = {
    "Boolean (Either True or False)",
    "Duration",
    "File path",
    "IP address",
    "Slug (up to %(max_length)s)",
    "Big (8 byte) integer",
    "Positive big integer",
    "Universally unique identifier",
    "String (unlimited)",
    "A JSON object",
    "%(from)s-%(to)s relationship",
    "%(from)s-%(to)s relationships",
}
SAME_IN_BOTH = re.compile(r"[\W_]*|IPv[46]|%\(size\)d byte|%s [KMGTP]B|%\(truncated_text\)s…")
BORROWED = {"json", "uuid", "ipv4", "ipv6", "url", "email"}
CALLS = {"_", "_lazy", "gettext", "gettext_lazy", "gettext_noop"}
CALLS |= {"ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sd]|\{\w*\}")


class Message(NamedTuple):
    context: str
    text: str
    plural: str

    def translated(self) -> str:
        if self.plural:
            return (
                npgettext(self.context, self.text, self.plural, 7)
                if self.context
                else ngettext(self.text, self.plural, 7)
            )
        return pgettext(self.context, self.text) if self.context else gettext(self.text)


def called_with(node: ast.AST) -> Message | None:
    name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
    if name not in CALLS:
        return None
    assert isinstance(node, ast.Call)
    words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if not words:
        return None
    context = words.pop(0) if name.lstrip("n").startswith("pgettext") else ""
    return Message(context, words[0], words[1] if name.startswith("n") else "")


def in_modules() -> Iterator[Message]:
    for module in MODULES:
        spec = find_spec(module)
        assert spec and spec.origin
        for node in ast.walk(ast.parse(Path(spec.origin).read_text())):
            if message := called_with(node):
                yield message


def in_templates() -> Iterator[Message]:
    root = Path(allauth.__file__).parent / "templates"
    for name in TEMPLATES:
        for text in re.findall(r"blocktrans(?:late)? %\}(.*?)\{%", (root / name).read_text(), re.DOTALL):
            yield Message("", text, "")


MESSAGES = sorted({*in_modules(), *in_templates()})


def words_of(text: str) -> set[str]:
    return {word for word in re.findall(r"\w{2,}", PLACEHOLDER.sub(" ", text).lower()) if word.isascii()}


def test_the_scan_finds_what_it_is_for() -> None:
    texts = {message.text for message in MESSAGES}
    assert len(texts) > 250
    assert {"This field is required.", "Incorrect code.", "Signed out of all other sessions."} <= texts


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.text[:40])
def test_every_message_is_vietnamese(message: Message) -> None:
    if message.text in KINDS_OF_FIELDS or SAME_IN_BOTH.fullmatch(message.text):
        return
    with override("vi"):
        said = message.translated()
    assert said not in (message.text, message.plural)
    left_in_english = words_of(said) & words_of(f"{message.text} {message.plural}") - BORROWED
    assert not left_in_english, said


def test_the_compiled_catalogue_is_the_written_one() -> None:
    assert CATALOGUE.with_suffix(".mo").read_bytes() == polib.pofile(str(CATALOGUE)).to_binary()


@pytest.mark.parametrize("entry", polib.pofile(str(CATALOGUE)), ids=lambda entry: entry.msgid[:40])
def test_every_entry_keeps_its_placeholders_and_ends_as_its_original(entry: polib.POEntry) -> None:
    said = entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr
    asked = entry.msgid_plural or entry.msgid
    assert said
    assert set(PLACEHOLDER.findall(said)) <= set(PLACEHOLDER.findall(asked))
    if entry.msgid.endswith(".") and not entry.msgctxt:
        assert said[-1] in ".…_"


def test_no_entry_is_there_twice_and_none_is_for_nothing() -> None:
    entries = [(entry.msgctxt or "", entry.msgid) for entry in polib.pofile(str(CATALOGUE))]
    assert len(entries) == len(set(entries))
    named_elsewhere = {"Recovery codes", "TOTP Authenticator"}
    assert {text for _, text in entries} - {message.text for message in MESSAGES} <= named_elsewhere
