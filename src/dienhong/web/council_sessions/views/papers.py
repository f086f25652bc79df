"""Papers: taking a version in, and handing its file out, which says who has opened it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.council_sessions import actions
from dienhong.council_sessions.models import Paper, PaperVersion
from dienhong.council_sessions.register import papers
from dienhong.files.heads import upload_of
from dienhong.organisations.models import Council
from dienhong.web.acts import act_page
from dienhong.web.council_sessions.forms import VersionForm
from dienhong.web.council_sessions.part import typed, written_part
from dienhong.web.councils import in_council, user_of
from dienhong.web.files import file_response
from dienhong.web.registers.page import address_in


@require_http_methods(["GET", "POST"])
@in_council
def receive_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    paper: Paper = written_part(request, council, papers, code)

    def do(said: dict[str, Any]) -> None:
        file = said.pop("file")
        upload = upload_of(file.name, file.read()) if file else None
        actions.receive_version(paper, upload=upload, by=user_of(request), at=timezone.now(), **said)

    initial = {"expected_version": paper.version, "received_on": timezone.localdate()}
    return act_page(
        request,
        title=f"Nhận bản mới của {paper.code}",
        label="Ghi đã nhận",
        effect=f"{paper.title}. Ngày nhận bản đầu tiên quyết định tài liệu đúng hạn hay chậm. "
        "Tài liệu đóng dấu Mật không được đưa lên hệ thống này.",
        form=VersionForm(typed(request), request.FILES or None, initial=initial),
        do=do,
        back=address_in(council, paper, papers),
        back_label=paper.code,
        done=f"Đã nhận bản mới của {paper.code}.",
    )


@require_GET
@in_council
def file_of_version(request: HttpRequest, council: Council, code: str, part: int) -> HttpResponse:
    """The file of a version, for whoever reads the paper; who opened it first when is kept."""
    visible = Paper.objects.visible_to(user_of(request)).filter(council=council)
    paper = get_object_or_404(visible, code=code)
    kept = PaperVersion.objects.filter(file__discarded_at=None, file__isnull=False).select_related("file")
    version = get_object_or_404(kept, paper=paper, number=part)
    actions.record_opening(version, by=user_of(request), at=timezone.now())
    assert version.file is not None
    return file_response(version.file)
