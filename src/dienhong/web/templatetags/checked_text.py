"""The pieces of a checked text as HTML; a template would put blanks between them."""

from collections.abc import Iterable, Mapping

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dienhong.incoming.typesetting import Piece
from dienhong.web.incoming.view import FindingRow
from dienhong.web.templatetags.components import icon, shape

register = template.Library()


@register.simple_tag
def pieces(found: Iterable[Piece], rows: Mapping[int, FindingRow]) -> SafeString:
    """Text, marks under findings with the finding's name before them, marks of footnotes."""
    return format_html_join("", "{}", ((_piece(piece, rows),) for piece in found))


def _piece(piece: Piece, rows: Mapping[int, FindingRow]) -> SafeString:
    if piece.note:
        return format_html('<sup><a href="#chu-thich-{}">{}</a></sup>', piece.note, piece.note)
    chips = format_html_join("", "{}", ((_chip(rows[one.number]),) for one in piece.opens))
    if piece.finding is None:
        return format_html("{}{}", chips, piece.text)
    tone = rows[piece.finding.number].tone
    return format_html('{}<mark class="finding {}">{}</mark>', chips, tone, piece.text)


def _chip(row: FindingRow) -> SafeString:
    """The name of a finding at its place: a link to what is said of it, and the end of the link from there."""
    number = row.finding.number
    return format_html(
        '<a class="finding-chip {}" id="cho-{}" href="#phat-hien-{}">{}{}</a> ',
        row.tone,
        number,
        number,
        icon(shape(row.tone)),
        row.name,
    )
