"""Which committees support a verification."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.council_sessions import actions
from dienhong.council_sessions.models import Verification
from dienhong.council_sessions.register import verifications
from dienhong.organisations.models import Council
from dienhong.web.acts import act_page
from dienhong.web.council_sessions.forms import SupportersForm
from dienhong.web.council_sessions.part import typed, written_part
from dienhong.web.councils import in_council, user_of
from dienhong.web.registers.page import address_in


@require_http_methods(["GET", "POST"])
@in_council
def supporters_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    verification: Verification = written_part(request, council, verifications, code)

    def do(said: dict[str, Any]) -> None:
        actions.set_supporters(verification, by=user_of(request), at=timezone.now(), **said)

    chosen = list(verification.supports.values_list("committee", flat=True))
    initial = {"expected_version": verification.version, "committees": chosen}
    return act_page(
        request,
        title=f"Ban phối hợp thẩm tra {verification.code}",
        label="Lưu",
        effect=f"{verification.title}. Ban chủ trì: {verification.lead}.",
        form=SupportersForm(typed(request), council=council, initial=initial),
        do=do,
        back=address_in(council, verification, verifications),
        back_label=verification.code,
        done=f"Đã ghi Ban phối hợp của {verification.code}.",
    )
