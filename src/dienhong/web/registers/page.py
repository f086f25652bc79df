"""A request to a register of a council: who asks, what they may see and do there, and the addresses around it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Concatenate

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from dienhong.accounts.models import User
from dienhong.kernel.errors import NotAllowed
from dienhong.organisations.access import Access, access_of
from dienhong.organisations.models import Council
from dienhong.registers.actions import CANCELLED, not_a_writer
from dienhong.registers.declaration import Register, all_registers
from dienhong.registers.models import Record
from dienhong.registers.sight import Sight
from dienhong.web.councils import in_council, user_of

NOT_TO_BE_READ = (
    "Hồ sơ này thuộc diện mật: chỉ người được giao xử lý mới mở được. Hồ sơ vẫn được tính vào số liệu."
)

OWNER = "cua"
"""The word of an address that names whose a shared record is."""


@dataclass(frozen=True)
class RegisterPage:
    """What every page of a register begins with."""

    request: HttpRequest
    council: Council
    register: Register

    @property
    def user(self) -> User:
        return user_of(self.request)

    @property
    def access(self) -> Access:
        return access_of(self.user)

    @cached_property
    def sight(self) -> Sight:
        return Sight(self.register.model, self.user)

    @property
    def typed(self) -> QueryDict | None:
        """What a form sent, even when that is nothing; None when a page is merely asked for."""
        return self.request.POST if self.request.method == "POST" else None

    @property
    def may_write(self) -> bool:
        return self.register.by_hand and self.access.may_act(self.council, self.register.model.WRITERS)

    @property
    def list_address(self) -> str:
        return reverse(f"{self.register.code}-list", args=[self.council.slug])

    def address(self, record: Record) -> str:
        return address_in(self.council, record, self.register)

    def home(self, record: Record) -> str:
        """Where one goes on after recording: the whole that a part belongs to, else the record itself."""
        whole = self.register.whole_of(record)
        return record_address(whole) if whole else self.address(record)

    def back(self, record: Record) -> dict[str, str]:
        """Where the page of a record leads back to: its whole, else the list."""
        whole = self.register.whole_of(record)
        if whole is None:
            return {"back_url": self.list_address, "back_label": self.register.title}
        return {"back_url": record_address(whole), "back_label": str(whole)}

    def require_reader(self) -> None:
        """Who does not read the register does not learn that it is there."""
        if not self.access.may_read(self.council, self.register.model.READERS):
            raise Http404

    def require_writer(self) -> None:
        """Who reads it but may not write gets the reason (403)."""
        self.require_reader()
        if not self.may_write:
            raise NotAllowed(not_a_writer(self.register, self.council))

    def record(self, code: str) -> Record:
        """The record of the address (a shared one names its owner), as the user may see it; 404 otherwise.

        What only counts for the user is seen but not opened (403).
        """
        visible = self.register.objects.visible_to(self.user).select_related("council", "recorded_by")
        if owner := self.request.GET.get(OWNER):
            visible = visible.filter(self.register.model.of_councils([self.council.pk]))
            found: Record = get_object_or_404(visible, council__slug=owner, code=code)
        else:
            found = get_object_or_404(visible, council=self.council, code=code)
        masked = self.register.model.masked_from(self.user)
        if masked is not None and visible.filter(masked, pk=found.pk).exists():
            raise NotAllowed(NOT_TO_BE_READ)
        return found

    def writable_record(self, code: str) -> Record:
        """The same, for who may change it while it stands."""
        record = self.record(code)
        self.require_writer()
        if record.is_cancelled:
            raise NotAllowed(CANCELLED)
        return record

    def answer(self, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """The page, with what every page of a register shows around its own content."""
        frame = {
            "register": self.register,
            "council": self.council,
            "list_address": self.list_address,
            "may_write": self.may_write,
        }
        return render(self.request, f"registers/{template}.html", {**frame, **context}, status=status)


def shared_with(council: Council, records: Iterable[Record]) -> frozenset[int]:
    """Which of the records are another council's and shared with this one; one statement for all of them."""
    others = [record for record in records if record.SHARED and record.council_id != council.pk]
    if not others:
        return frozenset()
    shares = type(others[0]).share_rows().filter(council=council.pk, record__in=[r.pk for r in others])
    return frozenset(shares.values_list("record", flat=True))


def address_in(
    council: Council, record: Record, register: Register, shared: Collection[int] | None = None
) -> str:
    """The page of a record as a council has it: its own, or another's that is shared with it (``shared_with``)."""
    held = shared_with(council, [record]) if shared is None else shared
    slug, words = record.council.slug, ""
    if record.pk in held:
        slug, words = council.slug, f"?{OWNER}={record.council.slug}"
    return reverse(f"{register.code}-record", args=[slug, record.code]) + words


def record_address(record: Record) -> str:
    """The address of the page of any record of any register."""
    register = next(register for register in all_registers() if register.model is type(record))
    return reverse(f"{register.code}-record", args=[record.council.slug, record.code])


def in_register(view: Callable[Concatenate[RegisterPage, ...], HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view its RegisterPage instead of request, council and register."""

    @in_council
    @wraps(view)
    def wrapped(request: HttpRequest, council: Council, register: Register, **kwargs: Any) -> HttpResponse:
        return view(RegisterPage(request, council, register), **kwargs)

    return wrapped
