"""The council: who sits in which of its bodies, today and on any day."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate
from dienhong.people.seating import seating_of
from dienhong.registers.listing import ON
from dienhong.vietnamese.dates import format_date
from dienhong.web.councils import in_council, user_of
from dienhong.web.people.day import day_form, day_of, require_reader


@require_GET
@in_council
def council_page(request: HttpRequest, council: Council) -> HttpResponse:
    require_reader(request, council)
    on = day_of(request)
    address = reverse("mandates-list", args=[council.slug])
    context = {
        "council": council,
        "seating": seating_of(council, user_of(request), on),
        "on": on,
        "is_today": on == timezone.localdate(),
        "as_of": f"Danh sách như ngày {format_date(on)}, không phải hôm nay.",
        "filters": day_form(on),
        "delegates_url": f"{address}?{urlencode({ON: on.isoformat()})}",
        "composition_url": f"{reverse('composition', args=[council.slug])}?{urlencode({ON: on.isoformat()})}",
        "may_write": access_of(user_of(request)).may_act(council, Mandate.WRITERS),
    }
    return render(request, "people/council.html", context)
