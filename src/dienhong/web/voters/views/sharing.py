"""What is shared with other councils: a petition passed on, a round held together; and a petition from a point."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.organisations.models import Council
from dienhong.voters import actions
from dienhong.voters.models import VoterMeeting, VoterRound
from dienhong.voters.queries import neighbours
from dienhong.voters.register import meetings, petitions, rounds
from dienhong.voters.states import Source
from dienhong.web.acts import act_page
from dienhong.web.councils import in_council, user_of
from dienhong.web.registers.page import address_in
from dienhong.web.voters.forms import PassForm, TakeBackForm, TogetherForm
from dienhong.web.voters.views.forwarding import require_clerk
from dienhong.web.voters.views.repeats import own_petition


@require_http_methods(["GET", "POST"])
@in_council
def pass_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    petition = own_petition(request, council, code)

    def do(typed: dict[str, Any]) -> None:
        actions.pass_on(petition, by=user_of(request), at=timezone.now(), **typed)

    initial = {"expected_version": petition.version, "on": timezone.localdate()}
    return act_page(
        request,
        title=f"Chuyển {petition.code} đến Hội đồng khác",
        label="Chuyển kiến nghị",
        effect="Kiến nghị vẫn là một bản ghi và chỉ tính một lần; Hội đồng nhận sẽ giao cơ quan giải quyết.",
        form=PassForm(_typed(request), councils=neighbours(council), initial=initial),
        do=do,
        back=address_in(council, petition, petitions),
        back_label=petition.code,
        done=f"Đã chuyển {petition.code}.",
    )


@require_http_methods(["GET", "POST"])
@in_council
def take_back_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    """Undo passing on, while the other council has not forwarded it."""
    petition = own_petition(request, council, code)
    standing = petition.shares.filter(ended_at=None).values_list("council", flat=True)
    initial = {"expected_version": petition.version, "council": standing[0] if len(standing) == 1 else None}
    form = TakeBackForm(_typed(request), councils=Council.objects.filter(pk__in=standing), initial=initial)

    def do(typed: dict[str, Any]) -> None:
        actions.take_back(petition, by=user_of(request), at=timezone.now(), **typed)

    return act_page(
        request,
        title=f"Rút lại việc chuyển {petition.code}",
        label="Rút lại",
        effect="Hội đồng kia không còn thấy kiến nghị này; chỉ rút được khi nơi ấy chưa giao cơ quan nào giải quyết.",
        form=form,
        do=do,
        back=address_in(council, petition, petitions),
        back_label=petition.code,
        done=f"Đã rút lại việc chuyển {petition.code}.",
    )


@require_http_methods(["GET", "POST"])
@in_council
def together_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    visible = VoterRound.objects.visible_to(user_of(request)).select_related("council", "session")
    record = get_object_or_404(visible, council=council, code=code, cancelled_at=None)
    require_clerk(request, council)

    def do(typed: dict[str, Any]) -> None:
        actions.hold_together(record, by=user_of(request), at=timezone.now(), **typed)

    shared = list(record.shares.filter(ended_at=None).values_list("council_id", flat=True))
    initial = {"expected_version": record.version, "councils": shared}
    return act_page(
        request,
        title="Hội đồng cùng tổ chức",
        label="Lưu",
        effect="Đợt này hiện ở sổ của mọi Hội đồng được chọn; tổng của cả địa bàn vẫn tính là một đợt.",
        form=TogetherForm(_typed(request), councils=neighbours(council), initial=initial),
        do=do,
        back=address_in(council, record, rounds),
        back_label=record.code,
        done=f"Đã ghi Hội đồng cùng tổ chức {record.code}.",
    )


@require_GET
@in_council
def petition_of_meeting(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    """To the form of a petition with what the point already says."""
    visible = meetings.objects.visible_to(user_of(request))
    meeting: VoterMeeting = get_object_or_404(visible, council=council, code=code)
    require_clerk(request, council)
    known = {
        "meeting": meeting.pk,
        "source": Source.MEETING.value,
        "received_on": f"{meeting.held_on:%d/%m/%Y}",
    }
    return redirect(f"{reverse('petitions-add', args=[council.slug])}?{urlencode(known)}")


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
