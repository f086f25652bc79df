"""The make-up of a council, of a level, or of all below: table, picture and Excel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from dienhong.organisations.models import Council
from dienhong.people.composition import COLUMNS, CURRENT, ELECTED, LEFT, SEATS, Composition, Section
from dienhong.people.composition_sheet import composition_sheet
from dienhong.people.divisions import standing
from dienhong.people.models import Mandate
from dienhong.registers.listing import ON, SCOPE
from dienhong.registers.sight import Sight
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_percent
from dienhong.web.councils import in_council, user_of
from dienhong.web.people.day import day_form, day_of, require_reader
from dienhong.web.people.reach import councils_of, scopes_of
from dienhong.web.registers.views.lists import EXCEL

SHORT = {
    SEATS: "Được ấn định",
    ELECTED: "Trúng cử",
    CURRENT: "Đương nhiệm",
    "delegates.women": "Nữ",
    "delegates.ethnic_minority": "Dân tộc thiểu số",
    "delegates.religious": "Có tôn giáo",
    "delegates.non_party": "Ngoài Đảng",
    "delegates.full_time": "Chuyên trách",
}


REACH = {"": "", "tat-ca": " và cấp dưới", "cap-huyen": ": cấp huyện", "cap-xa": ": cấp xã"}


@dataclass(frozen=True)
class Page:
    """A request for the make-up: whose, on which day."""

    request: HttpRequest
    council: Council

    @property
    def scope(self) -> str:
        asked = self.request.GET.get(SCOPE, "")
        return asked if asked in self.scopes else ""

    @property
    def scopes(self) -> Mapping[str, str]:
        return scopes_of(self.council, user_of(self.request), day_of(self.request))

    def composition(self) -> Composition:
        user, on = user_of(self.request), day_of(self.request)
        return Composition(councils_of(self.council, user, on, self.scope), on, user)

    @property
    def title(self) -> str:
        return f"Cơ cấu đại biểu {self.council.name}{REACH[self.scope]}"

    def words(self, **words: str) -> str:
        said = {ON: day_of(self.request).isoformat(), SCOPE: self.scope, **words}
        return urlencode({name: value for name, value in said.items() if value})


@require_GET
@in_council
def composition_page(request: HttpRequest, council: Council) -> HttpResponse:
    require_reader(request, council)
    page = Page(request, council)
    composition, scopes = page.composition(), page.scopes
    choices = {SCOPE: forms.ChoiceField(label="Phạm vi", choices=list(scopes.items()), initial=page.scope)}
    context = {
        "council": council,
        "title": page.title,
        "composition": composition,
        "missing_names": ", ".join(council.short_name for council in composition.missing),
        "stats": _stats(page, composition),
        "sections": [_bars(page, composition, s, composition.base) for s in composition.sections],
        "left": _bars(page, composition, composition.left_by_reason, 0, **{standing.name: "left"}),
        "heads": [SHORT[code] for code in COLUMNS],
        "rows": _rows(composition),
        "totals": [composition.total(code) for code in COLUMNS],
        "filters": day_form(composition.on, **(choices if len(scopes) > 1 else {})),
        "excel_address": f"xuat-excel/?{page.words()}",
    }
    return render(request, "people/composition.html", context)


@require_GET
@in_council
def composition_excel(request: HttpRequest, council: Council) -> HttpResponse:
    require_reader(request, council)
    page = Page(request, council)
    composition = page.composition()
    name = f"co-cau-{council.slug}-{composition.on:%Y%m%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    title = f"{page.title}, ngày {format_date(composition.on)}"
    return HttpResponse(composition_sheet(composition, title), content_type=EXCEL, headers=headers)


def _stats(page: Page, composition: Composition) -> list[dict[str, object]]:
    """Seats, elected, now, left, each opening what it counts."""
    return [
        {
            "label": SHORT.get(code, "Đã thôi"),
            "value": composition.total(code),
            "url": _address(page, composition, code),
        }
        for code in (SEATS, ELECTED, CURRENT, LEFT)
    ]


def _address(page: Page, composition: Composition, code: str) -> str:
    indicator = composition.indicator(code)
    address = reverse(f"{indicator.register.code}-list", args=[page.council.slug])
    return f"{address}?{page.words(**indicator.listed)}"


def _bars(
    page: Page, composition: Composition, section: Section, base: int, **words: str
) -> dict[str, object]:
    """A division as ``components/bar.html`` draws it; parts open their delegates for who may know them by name."""
    sight = Sight(Mandate, user_of(page.request))
    may_open = sight.reads_all(section.division.rests_on, [council.pk for council in composition.councils])
    address = reverse("mandates-list", args=[page.council.slug])
    bars = [
        {
            "label": part.label[:1].upper() + part.label[1:],
            "value": part.count,
            "note": format_percent(part.count, base) if base else "",
            "url": f"{address}?{page.words(**words, **{section.division.name: part.value})}"
            if may_open
            else "",
            "state": "unsaid" if part.value == "unknown" else "",
        }
        for part in section.parts
    ]
    return {"title": section.division.label, "bars": bars, "greatest": base or section.total}


def _rows(composition: Composition) -> list[dict[str, object]]:
    """The table by council."""
    return [
        {
            "council": council,
            "counts": counts,
            "missing": council in composition.missing,
            "url": f"{reverse('composition', args=[council.slug])}?{urlencode({ON: composition.on.isoformat()})}",
        }
        for council, counts in composition.by_council
    ]
