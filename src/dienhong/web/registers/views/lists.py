"""The list of a register, as a page and as an Excel file."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.registers.listing import AFTER, Listing
from dienhong.registers.spreadsheet import spreadsheet_of
from dienhong.web.registers.filter_form import filter_form
from dienhong.web.registers.head import spread_of_list
from dienhong.web.registers.page import RegisterPage, in_register
from dienhong.web.registers.table import table_of

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@in_register
def list_page(page: RegisterPage) -> HttpResponse:
    page.require_reader()
    return page.answer("list", list_context(page))


def list_context(page: RegisterPage) -> dict[str, Any]:
    """What a page shows of a register's list: rows, filters, what stands below, what an empty one says."""
    listing = _listing(page)
    return {
        "listing": listing,
        "table": table_of(listing),
        "filters": filter_form(listing),
        "more": _more(listing),
        "spread": None if AFTER in listing.address else spread_of_list(listing),
        "empty": _empty(page),
        "excel_address": f"xuat-excel/{listing.with_changes({})}",
    }


@require_GET
@in_register
def list_excel(page: RegisterPage) -> HttpResponse:
    page.require_reader()
    name = f"{page.register.path}-{page.council.slug}-{timezone.localdate():%Y%m%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(spreadsheet_of(_listing(page)), content_type=EXCEL, headers=headers)


def _listing(page: RegisterPage) -> Listing:
    return Listing(page.register, page.council, page.user, page.request.GET.dict())


def _empty(page: RegisterPage) -> dict[str, str]:
    """What a register without records says, and its one button for who may use it."""
    one = page.register.one
    url = reverse(f"{page.register.code}-add", args=[page.council.slug]) if page.may_write else ""
    return {"title": f"Chưa có {one} nào", "label": f"Ghi {one}", "url": url}


def _more(listing: Listing) -> dict[str, object]:
    """What stands below the rows; on later pages nothing is counted again."""
    further = AFTER in listing.address
    return {
        "url": listing.next_address,
        "shown": len(listing.rows),
        "total": None if further else listing.total,
    }
