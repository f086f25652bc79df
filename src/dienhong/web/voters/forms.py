"""Forms of petitions and rounds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council
from dienhong.registers.fields import DateField, TextField
from dienhong.voters.actions import proposed_due
from dienhong.voters.models import Petition
from dienhong.web.followup.forms import area
from dienhong.web.followup.page import bodies_of

OWN_BODIES = (
    OrganisationKind.STANDING_COMMITTEE,
    OrganisationKind.COMMITTEE,
    OrganisationKind.DELEGATE_GROUP,
    OrganisationKind.OFFICE,
)
"""The council's own bodies forward; they are not forwarded to."""


class PetitionChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """A petition by what it asks for."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.code} – {obj.title} ({obj.field}{f', {obj.place}' if obj.place else ''})"


class ForwardForm(forms.Form):
    """Which petitions, to whom, by which paper, until when."""

    lead: Any = forms.ModelChoiceField(None, label="Cơ quan chủ trì giải quyết", empty_label="Chọn…")
    supporters: Any = forms.ModelMultipleChoiceField(
        None, label="Cơ quan phối hợp", required=False, widget=forms.CheckboxSelectMultiple
    )
    on = DateField(label="Ngày chuyển", help_text="")
    number = TextField(label="Số, ký hiệu văn bản chuyển", max_length=60, required=False)
    due_on = DateField(label="Hạn trả lời", required=False)
    due_why = TextField(label="Vì sao đặt hạn này", max_length=300, required=False)
    petitions = PetitionChoices(None, label="Kiến nghị", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, council: Council, today: date, chosen: list[str], **kwargs: Any) -> None:
        waiting = waiting_in(council)
        kwargs["initial"] = {"on": today, "petitions": [p.pk for p in waiting if p.code in chosen]}
        super().__init__(*args, **kwargs)
        bodies = bodies_of(council).exclude(kind__in=OWN_BODIES)
        for name in ("lead", "supporters"):
            self.fields[name].queryset = bodies  # type: ignore[attr-defined]
        self.fields["petitions"].queryset = waiting  # type: ignore[attr-defined]
        due = proposed_due(council, today)
        self.fields["due_on"].help_text = f"Để trống là theo quy định: {due.explanation}"


def waiting_in(council: Council) -> Any:
    """Petitions that nobody has forwarded yet, the longest waiting first."""
    mine = Petition.objects.counted().filter(Petition.of_councils([council.pk]), forwarded_on=None)
    return mine.select_related("field").order_by("received_on", "pk")


class PassForm(forms.Form):
    """To which council a petition is passed on."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    council: Any = forms.ModelChoiceField(None, label="Hội đồng có thẩm quyền", empty_label="Chọn…")
    on = DateField(label="Ngày chuyển", help_text="")
    reason = area("Lý do", required=False)

    def __init__(self, *args: Any, councils: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils  # type: ignore[attr-defined]


class TakeBackForm(forms.Form):
    """From which council a petition is taken back, and why."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    council: Any = forms.ModelChoiceField(None, label="Hội đồng đã nhận", empty_label="Chọn…")
    reason = area("Lý do")

    def __init__(self, *args: Any, councils: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils  # type: ignore[attr-defined]


class TogetherForm(forms.Form):
    """Which councils hold a round together."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    councils: Any = forms.ModelMultipleChoiceField(
        None, label="Hội đồng cùng tổ chức", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, councils: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["councils"].queryset = councils  # type: ignore[attr-defined]


class LinkForm(forms.Form):
    """Which earlier petition is asked for again."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    earlier = forms.CharField(max_length=24)


class UnlinkForm(forms.Form):
    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    reason = area("Lý do")
