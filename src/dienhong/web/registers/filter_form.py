"""The row of filters above a list, as a form whose values stay in the address."""

from __future__ import annotations

from django import forms

from dienhong.registers.listing import CANCELLED, FIRST, LAST, ORDER, SCOPE, SEARCH, YEAR, Listing


def filter_form(listing: Listing) -> forms.Form:
    """Search, scope (where councils lie below), year, declared filters, cancelled ones; the rest is carried along."""
    fields: dict[str, forms.Field] = {SEARCH: _search(listing)}
    if len(listing.scopes) > 1:
        fields[SCOPE] = forms.ChoiceField(label="Phạm vi", choices=list(listing.scopes.items()))
    years = [(str(year), str(year)) for year in listing.years]
    fields[YEAR] = forms.ChoiceField(label="Năm", choices=[("", "Tất cả"), *years])
    for chosen in listing.filters:
        choices = [("", "Tất cả"), *chosen.options]
        fields[chosen.name] = forms.ChoiceField(label=chosen.label, choices=choices)
    fields[CANCELLED] = forms.BooleanField(
        label="Cả bản ghi đã hủy", widget=forms.CheckboxInput({"value": "1"})
    )
    carried = [name for name in (ORDER, FIRST, LAST) if name in listing.address]
    fields |= {name: forms.CharField(widget=forms.HiddenInput) for name in carried}
    form: forms.Form = type("FilterForm", (forms.Form,), fields)(
        initial=dict(listing.address), auto_id="loc_%s"
    )
    form.use_required_attribute = False
    return form


def _search(listing: Listing) -> forms.Field:
    widget = forms.TextInput({"type": "search", "placeholder": "Gõ không dấu cũng được"})
    return forms.CharField(label="Tìm", widget=widget)
