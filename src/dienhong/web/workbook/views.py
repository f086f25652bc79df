"""A conversation in two steps: a workbook is looked at row by row, then confirmed; and the files of a year."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from dienhong.files.kinds import FileKind
from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES
from dienhong.organisations.models import Council
from dienhong.web.acts import show_refusal
from dienhong.web.councils import in_council, user_of
from dienhong.web.workbook.forms import UploadForm, YearForm
from dienhong.web.workbook.shown import preview_context, said_rows
from dienhong.workbook import actions
from dienhong.workbook.actions.uploads import book_of, require_clerk
from dienhong.workbook.errors_file import errors_file
from dienhong.workbook.exporting import export
from dienhong.workbook.models import WorkbookUpload
from dienhong.workbook.template import template

MOST_TOLD = 20


@require_http_methods(["GET", "POST"])
@in_council
def home_page(request: HttpRequest, council: Council) -> HttpResponse:
    """The year's form, the place to hand a filled one in, the year's export, and what was imported before."""
    _require_clerk(request, council)
    sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if sent else UploadForm()
    if form.is_valid() and (upload := _received(request, council, form)):
        return redirect("workbook-upload", council=council.slug, code=upload.code)
    uploads = _uploads(request, council)
    today = timezone.localdate()
    context = {
        "council": council,
        "form": form,
        "template_form": YearForm(today=today, prefix_id="mau"),
        "export_form": YearForm(today=today, prefix_id="xuat"),
        "waiting": [one for one in uploads.waiting() if one.waits(timezone.now())],
        "imported": uploads.filter(imported_at__isnull=False).order_by("-imported_at", "-pk")[:MOST_TOLD],
    }
    return render(request, "workbook/home.html", context, status=422 if form.is_bound else 200)


def _received(request: HttpRequest, council: Council, form: UploadForm) -> WorkbookUpload | None:
    file = form.cleaned_data["file"]
    try:
        return actions.receive(
            council=council, name=file.name, data=file.read(), by=user_of(request), at=timezone.now()
        )
    except Refused as refusal:
        show_refusal(form, refusal)
        return None


@require_http_methods(["GET", "POST"])
@in_council
def upload_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    """What confirming would do, row by row; sent, it does it, once."""
    upload = _upload(request, council, code)
    if request.method == "POST":
        _confirm(request, upload)
        return redirect("workbook-upload", council=council.slug, code=code)
    home, waits = reverse("workbook-home", args=[council.slug]), upload.waits(timezone.now())
    context: dict[str, Any] = {"council": council, "upload": upload, "home": home, "waits": waits}
    if context["waits"]:
        preview = actions.preview_upload(upload, by=user_of(request), at=timezone.now())
        context |= preview_context(preview, upload.shown)
    return render(request, "workbook/upload.html", context)


def _confirm(request: HttpRequest, upload: WorkbookUpload) -> None:
    """Say what came of it; where something changed meanwhile, the page it leads to says what."""
    expected, by = request.POST.get("fingerprint", ""), user_of(request)
    try:
        done = actions.confirm(upload, expected=expected, by=by, at=timezone.now())
    except (Refused, Changed) as refusal:
        messages.error(request, refusal.sentence)
    else:
        rows = said_rows(done.new_rows, done.changed_rows) or "xong (không có gì mới)"
        messages.success(request, f"Đã ghi {rows} từ {done.file.name}.")


@require_GET
@in_council
def marked_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    """The same workbook with its wrong cells marked."""
    upload = _upload(request, council, code)
    if upload.file.discarded_at is not None:
        raise Http404
    preview = actions.preview_upload(upload, by=user_of(request), at=timezone.now())
    stem = upload.file.name.removesuffix(".xlsx")
    return _excel(errors_file(book_of(upload), preview), f"{stem}-danh-dau.xlsx")


@require_POST
@in_council
def drop_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    """Take the upload away."""
    upload = _upload(request, council, code)
    try:
        actions.drop(upload, by=user_of(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, f"Đã bỏ {upload.file.name}; chưa ghi gì.")
    return redirect("workbook-home", council=council.slug)


@require_GET
@in_council
def template_page(request: HttpRequest, council: Council) -> HttpResponse:
    """The blank workbook of a year."""
    _require_clerk(request, council)
    year = _year(request)
    return _excel(template(council, year, by=user_of(request)), f"so-{council.slug}-{year}.xlsx")


@require_GET
@in_council
def export_page(request: HttpRequest, council: Council) -> HttpResponse:
    """The workbook of a year with everything that is recorded."""
    _require_clerk(request, council)
    year = _year(request)
    return _excel(export(council, year, user_of(request)), f"so-{council.slug}-{year}-da-ghi.xlsx")


def _year(request: HttpRequest) -> int:
    """The year of the address, or this one."""
    today = timezone.localdate()
    form = YearForm(request.GET, today=today, prefix_id="nam")
    return int(form.cleaned_data["nam"]) if form.is_valid() else today.year


def _require_clerk(request: HttpRequest, council: Council) -> None:
    """404 for who does not read the council's registers, 403 for who reads and does not write."""
    if not access_of(user_of(request)).may_read(council, COUNCIL_ROLES):
        raise Http404
    require_clerk(council, user_of(request))


def _uploads(request: HttpRequest, council: Council) -> Any:
    found = WorkbookUpload.objects.visible_to(user_of(request)).filter(council=council)
    return found.select_related("file__uploaded_by", "council")


def _upload(request: HttpRequest, council: Council, code: str) -> WorkbookUpload:
    _require_clerk(request, council)
    upload: WorkbookUpload = get_object_or_404(_uploads(request, council), code=code)
    return upload


def _excel(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name)}
    return HttpResponse(content, content_type=FileKind.EXCEL.mime, headers=headers)
