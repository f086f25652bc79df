"""Answers by Excel: the workbook of what a body owes, the filled one received, looked at row by row, recorded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from dienhong.files.kinds import FileKind
from dienhong.followup import actions
from dienhong.followup.answer_book.marking import marked
from dienhong.followup.answer_book.reading import read_answers
from dienhong.followup.answer_book.sheet import painted
from dienhong.followup.models import AnswerBook
from dienhong.followup.queries import parts_to_answer
from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.fields import DateField, TextField
from dienhong.vietnamese.numerals import format_count
from dienhong.vietnamese.text import fold
from dienhong.web.councils import in_council, user_of
from dienhong.web.files import file_response
from dienhong.web.followup.books import preview_context
from dienhong.web.followup.many import carried_out
from dienhong.web.followup.page import bodies_of
from dienhong.web.followup.views.paper import body_of, require_clerk

EXCEL = FileKind.EXCEL.mime
MOST_WAITING = 20


class BookForm(forms.Form):
    """The filled workbook and the paper that came with it."""

    body: Any = forms.ModelChoiceField(None, label="Cơ quan trả lời", empty_label="Chọn…")
    file = forms.FileField(
        label="Tệp Excel",
        widget=forms.FileInput({"accept": ".xlsx"}),
        help_text="Tệp cơ quan đã điền theo mẫu tải về từ trang này.",
        error_messages={"empty": "Tệp rỗng.", "invalid": "Tệp chưa được gửi lên; hãy chọn lại."},
    )
    number = TextField(label="Số, ký hiệu văn bản", max_length=60)
    issued_on = DateField(label="Ngày văn bản", help_text="")
    received_on = DateField(label="Ngày nhận", help_text="")

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


@require_GET
@in_council
def workbook_page(request: HttpRequest, council: Council) -> HttpResponse:
    """The workbook for one body, with what it owes today; without a body, the page that asks for one."""
    require_clerk(request, council)
    body = body_of(request, council)
    if body is None:
        return redirect("followup-upload", council=council.slug)
    parts = parts_to_answer(council).filter(organisation=body)
    name = f"tra-loi-{'-'.join(fold(body.short_name or body.name).split())}.xlsx"
    return _excel(painted(f"Việc phải trả lời: {body.name}", parts), name)


@require_http_methods(["GET", "POST"])
@in_council
def upload_page(request: HttpRequest, council: Council) -> HttpResponse:
    require_clerk(request, council)
    body, sent = body_of(request, council), request.method == "POST"
    initial = {"received_on": timezone.localdate(), "body": body}
    typed = (request.POST, request.FILES) if sent else (None, None)
    form = BookForm(*typed, bodies=bodies_of(council), initial=initial)
    made: list[AnswerBook] = []
    if form.is_valid() and carried_out(form, lambda: made.append(_receive(request, council, form))):
        return redirect("followup-book", council=council.slug, code=made[0].code)
    waiting = AnswerBook.objects.filter(council=council, recorded_at=None, file__discarded_at=None)
    context = {
        "council": council,
        "form": form,
        "body": body,
        "back": _paper_address(council, body),
        "waiting": waiting.select_related("body", "file").order_by("-pk")[:MOST_WAITING],
    }
    return render(request, "followup/book_upload.html", context, status=422 if form.is_bound else 200)


def _receive(request: HttpRequest, council: Council, form: BookForm) -> AnswerBook:
    typed = dict(form.cleaned_data)
    file = typed.pop("file")
    raw = file.name, file.read()
    return actions.receive_book(council=council, file=raw, by=user_of(request), at=timezone.now(), **typed)


def _paper_address(council: Council, body: Organisation | None) -> str:
    address = reverse("followup-paper", args=[council.slug])
    return f"{address}?co-quan={body.pk}" if body else address


@require_http_methods(["GET", "POST"])
@in_council
def book_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    """What recording would do, row by row; sent, it does it."""
    book = _book(request, council, code)
    refused = ""
    if request.method == "POST":
        refused = _record(request, book)
        if not refused:
            return redirect("followup-board", council=council.slug)
    context = {"council": council, "book": book, "refused": refused, "back": _paper_address(council, None)}
    if book.is_waiting:
        preview = actions.preview_book(book, by=user_of(request), at=timezone.now())
        context |= preview_context(preview)
    return render(request, "followup/book.html", context, status=422 if refused else 200)


def _record(request: HttpRequest, book: AnswerBook) -> str:
    """Why it was not recorded; nothing when it was."""
    expected, by = request.POST.get("fingerprint", ""), user_of(request)
    try:
        preview = actions.record_book(book, expected=expected, by=by, at=timezone.now())
    except (Refused, Changed) as refusal:
        return refusal.sentence
    if not preview.saved:
        return "Tệp còn chỗ sai hoặc không có trả lời nào mới nên chưa ghi gì."
    said = f"Đã ghi {format_count(preview.counts['new'])} trả lời của {book.body} theo văn bản {book.number}."
    messages.success(request, said)
    return ""


@require_GET
@in_council
def errors_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    """The same file with its wrong cells marked."""
    book = _book(request, council, code)
    if not book.is_waiting:
        raise Http404
    preview = actions.preview_book(book, by=user_of(request), at=timezone.now())
    raw, sheets = read_answers(book.file.read(), book.received_on)
    return _excel(marked(raw, sheets, preview.rows), f"{book.code}-danh-dau.xlsx")


@require_GET
@in_council
def book_file_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    """The workbook as it came."""
    book = _book(request, council, code)
    if book.file.discarded_at:
        raise Http404
    return file_response(book.file)


@require_POST
@in_council
def drop_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    book = _book(request, council, code)
    try:
        actions.drop_book(book, by=user_of(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, f"Đã bỏ {book.code}; chưa ghi gì.")
    return redirect("followup-upload", council=council.slug)


def _book(request: HttpRequest, council: Council, code: str) -> AnswerBook:
    require_clerk(request, council)
    books = AnswerBook.objects.select_related("council", "body", "file")
    return get_object_or_404(books, council=council, code=code)


def _excel(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name)}
    return HttpResponse(content, content_type=EXCEL, headers=headers)
