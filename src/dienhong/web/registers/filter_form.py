"""The row of filters above a list, as a form whose values stay in the address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dienhong.registers.fields import DateField
from dienhong.registers.filters import name_of
from dienhong.registers.listing import (
    BY,
    CANCELLED,
    FIRST,
    LAST,
    ON,
    ORDER,
    SCOPE,
    SEARCH,
    SUM,
    YEAR,
    Listing,
)


class PlainSelect(forms.Select):
    """Drawn at once: Django's own takes a template for every option."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = "" if value is None else str(value)
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, SELECTED if str(key) == chosen else "", label) for key, label in self.choices),
        )
        return format_html(
            "<select{}>{}</select>", flatatt({"name": name, **self.attrs, **(attrs or {})}), options
        )


SELECTED = SafeString(" selected")


class OneOf(forms.ChoiceField):
    widget = PlainSelect


def filter_form(listing: Listing) -> forms.Form:
    """Search, scope (where councils lie below), year, declared filters, cancelled ones; the rest is carried along."""
    fields: dict[str, forms.Field] = {SEARCH: _search(listing)}
    if len(listing.scopes) > 1:
        fields[SCOPE] = OneOf(label="Phạm vi", choices=list(listing.scopes.items()))
    if listing.register.valid_on:
        fields[ON] = DateField(label="Vào ngày", help_text="")
    else:
        years = [(str(year), str(year)) for year in listing.years]
        fields[YEAR] = OneOf(label="Năm", choices=[("", "Tất cả"), *years])
    for chosen in listing.filters:
        whole = [] if chosen.has_usual else [("", "Tất cả")]
        fields[chosen.name] = OneOf(label=chosen.label, choices=[*whole, *chosen.options])
    fields[CANCELLED] = forms.BooleanField(
        label="Cả bản ghi đã hủy", widget=forms.CheckboxInput({"value": "1"})
    )
    carried = [
        name
        for name in (ORDER, FIRST, LAST, ON, YEAR, SUM, BY)
        if name in listing.address and name not in fields
    ]
    fields |= {name: forms.CharField(widget=forms.HiddenInput) for name in carried}
    usual = {chosen.name: chosen.value for chosen in listing.filters if chosen.has_usual}
    day = {ON: listing.on} if ON in listing.address or not listing.register.shows_all else {}
    form: forms.Form = type("FilterForm", (forms.Form,), fields)(
        initial={**listing.address, **usual, **day}, auto_id="loc_%s"
    )
    form.use_required_attribute = False
    form.rare = {name_of(declared) for declared in listing.register.more_filters}  # type: ignore[attr-defined]
    form.rare_chosen = any(f.value and f.name in form.rare for f in listing.filters)  # type: ignore[attr-defined]
    return form


def _search(listing: Listing) -> forms.Field:
    widget = forms.TextInput({"type": "search", "placeholder": "Gõ không dấu cũng được"})
    return forms.CharField(label="Tìm", widget=widget)
