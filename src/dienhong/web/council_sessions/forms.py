"""Forms of what belongs to a session: versions, supporters, attendance, results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from dienhong.council_sessions.actions import Attended, Count
from dienhong.council_sessions.models.votes import BALLOTS, COUNTS
from dienhong.council_sessions.register.naming import committees_of
from dienhong.council_sessions.states import AttendanceState, Choice
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate
from dienhong.registers.fields import DateField, TextField
from dienhong.vietnamese.text import normalise

ACCEPTED = ".docx,.xlsx,.pdf,.odt,.txt,.jpg,.png"
ABSENT = "absent"
CHOICES = [*Choice.choices, (ABSENT, "vắng mặt")]


class VersionForm(forms.Form):
    """A version that came in."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    received_on = DateField(label="Nhận ngày", help_text="")
    file = forms.FileField(
        label="Tệp",
        required=False,
        widget=forms.FileInput({"accept": ACCEPTED}),
        help_text="Word, Excel, PDF, OpenDocument hoặc ảnh. Để trống nếu chỉ nhận bản giấy.",
        error_messages={"empty": "Tệp rỗng.", "invalid": "Tệp chưa được gửi lên; hãy chọn lại."},
    )
    note = TextField(label="Chỉnh sửa những gì", max_length=300, required=False)


class SupportersForm(forms.Form):
    """Which committees support a verification."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    committees: Any = forms.ModelMultipleChoiceField(
        None, label="Ban phối hợp", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, council: Council, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["committees"].queryset = committees_of(council)  # type: ignore[attr-defined]


class CountForm(forms.Form):
    """What was counted in a vote; the ballots too where it was secret."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, secret: bool, labels: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("present", *(BALLOTS if secret else ()), *COUNTS):
            self.fields[name] = forms.IntegerField(label=labels[name], min_value=0, max_value=9999)

    def count(self) -> Count:
        return Count(
            **{name: value for name, value in self.cleaned_data.items() if name != "expected_version"}
        )


@dataclass(frozen=True)
class Line:
    """One delegate in a table, with what is asked of them."""

    mandate: Mandate
    state: forms.BoundField
    note: forms.BoundField | None = None


class PeopleForm(forms.Form):
    """A table of delegates with one word for each."""

    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    WORDS: Any = ()
    NOTES = False

    def __init__(self, *args: Any, people: Iterable[Mandate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = list(people)
        for person in self.people:
            words = {"aria-label": f"{person.full_name}"}
            self.fields[f"s{person.pk}"] = forms.ChoiceField(
                choices=self.WORDS, label=person.full_name, widget=forms.Select(words)
            )
            if self.NOTES:
                reason = forms.TextInput({"aria-label": f"Lý do: {person.full_name}", "maxlength": 200})
                self.fields[f"n{person.pk}"] = forms.CharField(
                    required=False, max_length=200, label=f"Lý do: {person.full_name}", widget=reason
                )

    def lines(self) -> list[Line]:
        return [
            Line(person, self[f"s{person.pk}"], self[f"n{person.pk}"] if self.NOTES else None)
            for person in self.people
        ]


class AttendanceForm(PeopleForm):
    """How each delegate attended a day."""

    WORDS = AttendanceState.choices
    NOTES = True

    def states(self) -> dict[int, Attended]:
        said = self.cleaned_data
        return {
            person.pk: Attended(AttendanceState(said[f"s{person.pk}"]), normalise(said[f"n{person.pk}"]))
            for person in self.people
        }


class ByNameForm(PeopleForm):
    """What each delegate chose; in favour unless said otherwise."""

    WORDS = CHOICES

    def choices(self) -> dict[int, Choice | None]:
        said = {person.pk: self.cleaned_data[f"s{person.pk}"] for person in self.people}
        return {key: None if word == ABSENT else Choice(word) for key, word in said.items()}
