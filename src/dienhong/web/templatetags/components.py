"""What the templates under ``components/`` cannot say themselves: icons, kinds of control, small drawings."""

from collections.abc import Iterable, Sequence
from functools import cache

from django import forms, template
from django.forms import BoundField
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

SHAPES = {
    "neutral": "circle",
    "due_soon": "circle-half-2",
    "overdue": "alert-circle-filled",
    "done": "circle-check-filled",
    "cancelled": "circle-x",
    "draft": "circle-dashed",
}
ALERT_ICONS = {"success": "circle-check-filled", "warning": "alert-triangle", "error": "alert-circle-filled"}

# The first match wins: a subclass stands before its parent.
KINDS: list[tuple[type[forms.Widget], str]] = [
    (forms.CheckboxSelectMultiple, "choices"),
    (forms.RadioSelect, "choices"),
    (forms.CheckboxInput, "check"),
    (forms.SelectMultiple, "multiple"),
    (forms.Select, "select"),
    (forms.Textarea, "area"),
    (forms.DateInput, "date"),
    (forms.NumberInput, "number"),
    (forms.FileInput, "file"),
]


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """An icon of the vendored sprite, for the eye only: words stand beside it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#{}"></use></svg>',
        static("vendor/icons.svg"),
        name,
    )


def shape(state: str) -> str:
    """The icon that goes with a state."""
    return SHAPES.get(state, "circle")


@register.simple_tag
def status(state: str, word: object) -> SafeString:
    """A state: word, shape and colour."""
    mark = '<span class="status {}">{}<span>{}</span></span>'
    return format_html(mark, state, icon(shape(state)), word)


@register.filter
def alert_icon(level: str) -> str:
    """The icon that goes with the level of a message."""
    return ALERT_ICONS.get(level, "info-circle")


@register.filter
def kind(bound: BoundField) -> str:
    """Which control a field has: text, area, select, multiple, date, number, check, choices, file."""
    return next((name for widget, name in KINDS if isinstance(bound.field.widget, widget)), "text")


@register.filter
def any_errors(fields: Iterable[BoundField]) -> bool:
    """Whether a group holds a field that was refused: then it is not folded."""
    return any(bound.errors for bound in fields)


@register.filter
def points(values: Sequence[float]) -> str:
    """The polyline of a trend in a box of 80 × 28, the greatest value on top, zero at the bottom."""
    top = max([*values, 1])
    step = 80 / max(len(values) - 1, 1)
    return " ".join(f"{index * step:.1f},{28 - value / top * 26:.1f}" for index, value in enumerate(values))


@register.filter
def share(value: float, greatest: float) -> str:
    """The length of a bar, 0 to 100, with a point for SVG whatever the language."""
    return f"{min(100.0, 100 * value / greatest):.2f}" if greatest else "0"
