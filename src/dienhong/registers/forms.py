"""The form of a register, made from its declaration: it checks shape; law is for the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from django import forms
from django.db import models
from django.forms.models import fields_for_model, model_to_dict

from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Deed, Register
from dienhong.registers.fields import DateField, TextField
from dienhong.registers.models import Record

Choices = Callable[[Council], Any]


class RecordForm(forms.Form):
    """Fields of one register, in its groups, with the version that was read."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    register: Register

    def groups(self) -> list[dict[str, Any]]:
        """heading, folded, fields of each group in order; a folded group with an error or a value stands open."""
        return [
            {
                "heading": group.title,
                "folded": group.folded and not self._speaks(group.fields),
                "fields": [self[name] for name in group.fields],
            }
            for group in self.register.form
        ]

    def values(self) -> dict[str, Any]:
        """What the actions take."""
        return {name: self.cleaned_data[name] for name in self.register.fields}

    def show(self, refusal: Refused) -> None:
        """Put each sentence of a refusal at its field, or on top."""
        for violation in refusal.violations:
            field = violation.field if violation.field in self.fields else None
            self.add_error(field, violation.sentence)

    def _speaks(self, names: tuple[str, ...]) -> bool:
        return any(self[name].errors or self[name].value() for name in names)


def record_form(
    register: Register,
    council: Council,
    *,
    data: Any = None,
    record: Record | None = None,
    today: date,
    given: Mapping[str, str] = MappingProxyType({}),
) -> RecordForm:
    """The form to add, with the register's proposal and what the address gives filled in, or to change ``record``."""
    known = {name: value for name, value in given.items() if name in register.fields}
    form = type("Form", (RecordForm,), _form_fields(register, council))(
        data,
        initial={
            **_initial(register, council, record, today),
            **_within(register, council, given, today),
            **known,
        },
    )
    form.register = register
    return form  # type: ignore[no-any-return]


def deed_fields(register: Register, deed: Deed, council: Council) -> dict[str, forms.Field]:
    """What a deed asks for, as the model has it; what it needs is required whatever the model says."""
    made = {name: _asked(register, name, council) for name in (*deed.fields, *deed.optional)}
    for name in deed.fields:
        made[name].required = True
    return made


def _asked(register: Register, name: str, council: Council) -> forms.Field:
    made = _field_for(register.field(name))
    assert made is not None
    if isinstance(made, forms.ModelChoiceField):
        _narrow(made, council, register.choices.get(name))
    return made


def _initial(register: Register, council: Council, record: Record | None, today: date) -> dict[str, Any]:
    if record is None:
        return register.propose(council, today)
    return {**model_to_dict(record, register.fields), "expected_version": record.version}


def _within(register: Register, council: Council, given: Mapping[str, str], today: date) -> dict[str, Any]:
    """What follows from the whole that the address names."""
    key = given.get(register.part_of, "") if register.part_of else ""
    if not key.isdecimal():
        return {}
    wholes: Any = register.field(register.part_of).related_model
    whole = wholes._default_manager.filter(council=council, pk=key).first()
    return register.propose_within(whole, today) if whole else {}


def _form_fields(register: Register, council: Council) -> dict[str, forms.Field]:
    def form_field(field: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
        made = _field_for(field, **kwargs)
        if isinstance(made, forms.ModelChoiceField):
            _narrow(made, council, register.choices.get(field.name))
        return made

    return dict(fields_for_model(register.model, register.fields, formfield_callback=form_field))


def _narrow(choice: forms.ModelChoiceField[Any], council: Council, declared: Choices | None) -> None:
    """Offer only what the register declares, or what belongs to the council."""
    related = choice.queryset
    if declared is not None:
        choice.queryset = declared(council)
    elif related is not None and issubclass(related.model, Record):
        choice.queryset = related.filter(related.model.of_councils([council.pk]), cancelled_at=None)
    elif related is not None and hasattr(related.model, "council_id"):
        choice.queryset = related.filter(council=council)
    choice.empty_label = "Chọn…"


def _field_for(field: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    made = _made(field, **kwargs)
    if made and field.choices and field.has_default():
        made.answered = True  # type: ignore[attr-defined] # nobody needs to be told that it must be chosen
    return made


def _made(field: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    if isinstance(field, models.DateField):
        return field.formfield(form_class=DateField, **kwargs)
    if isinstance(field, models.CharField | models.TextField) and not field.choices:
        return field.formfield(form_class=TextField, **kwargs)
    return field.formfield(**kwargs)
