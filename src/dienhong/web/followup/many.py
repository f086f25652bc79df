"""One paper about many undertakings: the paper once, a line for each of them, saved together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from dienhong.followup.actions import kept, record_document
from dienhong.followup.models import Assignment, IncomingDocument
from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.models import Council
from dienhong.web.acts import show_refusal
from dienhong.web.councils import user_of

GONE = "Một việc trong danh sách vừa được người khác ghi; hãy tải lại trang."


@contextmanager
def paper_of(
    request: HttpRequest, council: Council, typed: dict[str, Any]
) -> Iterator[IncomingDocument | None]:
    """The paper that the form names, with its scan, for what the block records by it; kept only together."""
    by, at = user_of(request), timezone.now()
    with transaction.atomic(), kept(typed["file"], council=council, by=by, at=at) as files:
        if not typed["number"]:
            yield None
            return
        given = {name: typed[name] for name in ("number", "issued_on", "issuer")}
        yield record_document(council=council, files=files, by=by, at=at, **given)


def part_of_line(parts: Iterable[Assignment], line: dict[str, Any]) -> Assignment:
    """The part that a line is about; Refused where it is no longer in the list."""
    found = next((part for part in parts if part.pk == line["part"]), None)
    if found is None:
        raise Refused.because("paper.gone", GONE)
    return found


def carried_out(form: forms.Form, do: Callable[[], Any]) -> bool:
    """Whether it was done; what was refused then stands in the form."""
    try:
        do()
    except Refused as refusal:
        show_refusal(form, refusal)
    except Changed as conflict:
        form.add_error(None, conflict.sentence)
    else:
        return True
    return False


def number_of(line: forms.Form) -> int:
    """The key of a line's part, whatever was sent."""
    value = line["part"].value()
    return int(value) if str(value).isdecimal() else 0
