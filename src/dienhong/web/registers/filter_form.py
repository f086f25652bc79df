"""The row of filters above a list, as a form whose values stay in the address."""

from __future__ import annotations

from django import forms

from dienhong.registers.listing import CANCELLED, ORDER, SCOPE, SEARCH, Listing


def filter_form(listing: Listing) -> forms.Form:
    """Search, scope (where councils lie below), the declared filters, cancelled ones; the order is carried along."""
    fields: dict[str, forms.Field] = {SEARCH: _search(listing)}
    if len(listing.scopes) > 1:
        fields[SCOPE] = forms.ChoiceField(label="Phạm vi", choices=list(listing.scopes.items()))
    for chosen in listing.filters:
        choices = [("", "Tất cả"), *chosen.options]
        fields[chosen.name] = forms.ChoiceField(label=chosen.label, choices=choices)
    fields[CANCELLED] = forms.BooleanField(
        label="Cả bản ghi đã hủy", widget=forms.CheckboxInput({"value": "1"})
    )
    fields[ORDER] = forms.CharField(widget=forms.HiddenInput)
    form: forms.Form = type("FilterForm", (forms.Form,), fields)(
        initial=dict(listing.address), auto_id="loc_%s"
    )
    form.use_required_attribute = False
    return form


def _search(listing: Listing) -> forms.Field:
    widget = forms.TextInput({"type": "search", "placeholder": "Gõ không dấu cũng được"})
    return forms.CharField(label="Tìm", widget=widget)
