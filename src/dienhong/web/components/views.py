"""Pages of the components, in development only; their data are invented and lie in ``examples.yaml``."""

from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dienhong.web import errors
from dienhong.web.components.forms import EveryField, Filters, PetitionForm, ReasonForm
from dienhong.web.registers.table import Cell, Heading, Row, Table


@cache
def examples() -> dict[str, Any]:
    """The invented data, by screen."""
    text = Path(__file__).with_name("examples.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def development_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Outside development the page does not exist."""

    @login_not_required  # nothing here but invented examples
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: int) -> HttpResponse:
        if not settings.DEVELOPMENT:
            raise Http404
        return view(request, **kwargs)

    return guarded


def screen(request: HttpRequest, name: str, **more: object) -> HttpResponse:
    """A prototype screen with its own data inside the invented council's shell."""
    context = {"shell": shell(request.path), **examples().get(name, {}), **more}
    return render(request, f"kieu_dang/{name}.html", context)


def shell(path: str) -> dict[str, Any]:
    """The frame of the prototypes; the navigation knows where it is."""
    groups = [
        {**group, "items": [{**item, "current": item["url"] == path} for item in group["items"]]}
        for group in examples()["navigation"]
    ]
    current = [
        {**group, "current": group["url"] == path or any(i["current"] for i in group["items"])}
        for group in groups
    ]
    return {**examples()["shell"], "navigation": current}


def table(data: dict[str, Any]) -> Table:
    """Rows of plain lists become cells that know their column, as the engine of lists hands them over."""
    columns = [Heading(**{"phone": "hide", **column}) for column in data["columns"]]
    rows = [
        Row(
            row.get("url", ""),
            tuple(cell_of(*pair) for pair in zip(columns, row["cells"], strict=True)),
            row.get("cancelled", False),
        )
        for row in data["rows"]
    ]
    return Table(data["caption"], tuple(columns), tuple(rows))


def cell_of(column: Heading, value: Any) -> Cell:
    """A cell: a plain value, or a mapping with text and state or full name."""
    return Cell(column, **(value if isinstance(value, dict) else {"text": value}))


@development_only
def components(request: HttpRequest) -> HttpResponse:
    """Every component in every state."""
    messages.success(request, "Đã lưu kiến nghị KN-2023-017.")
    every = EveryField(initial={"text": "Nước sinh hoạt tập trung thôn Đăk Ri Peng 2"})
    small = table(examples()["components"]["table"])
    return screen(request, "components", form=every, refused=EveryField({}, prefix="sai"), table=small)


@development_only
def desk(request: HttpRequest) -> HttpResponse:
    return screen(request, "desk")


@development_only
def register(request: HttpRequest) -> HttpResponse:
    return screen(request, "register", filters=Filters(request.GET), table=table(examples()["petitions"]))


@development_only
def empty_register(request: HttpRequest) -> HttpResponse:
    return screen(request, "empty_register")


@development_only
def record(request: HttpRequest) -> HttpResponse:
    return screen(request, "record")


@development_only
def form(request: HttpRequest) -> HttpResponse:
    """The form of a petition; sent back with its errors it keeps what was typed."""
    bound = PetitionForm(request.POST, request.FILES) if request.method == "POST" else PetitionForm()
    return screen(request, "form", form=bound)


@development_only
def confirm(request: HttpRequest) -> HttpResponse:
    return screen(request, "confirm", form=ReasonForm())


@development_only
def error(request: HttpRequest, code: int) -> HttpResponse:
    """The page for an error, without the error."""
    pages: dict[int, Callable[[HttpRequest], HttpResponse]] = {
        400: errors.bad_request,
        403: errors.permission_denied,
        404: errors.page_not_found,
        419: errors.csrf_failure,
        500: errors.server_error,
    }
    if code not in pages:
        raise Http404
    return pages[code](request)
