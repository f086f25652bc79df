"""Rows of a register's table as HTML: over three hundred cells a template takes as long as over all else."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dienhong.web.registers.head import Line
from dienhong.web.registers.table import Cell, Row
from dienhong.web.templatetags.components import status
from dienhong.web.templatetags.vietnamese import so_tron

register = template.Library()


@register.simple_tag
def table_rows(rows: Iterable[Row]) -> SafeString:
    """A row is a link as a whole, its title one for the keyboard; a state is word and shape."""
    return format_html_join("\n", "{}", ((_row(row),) for row in rows))


def _row(row: Row) -> SafeString:
    link = format_html(' data-href="{}"', row.url) if row.url else ""
    cancelled = SafeString(' class="is-cancelled"') if row.cancelled else ""
    cells = format_html_join(
        "",
        '<td class="is-{} phone-{}">{}</td>',
        ((cell.column.kind, cell.column.phone, _said(cell, row.url)) for cell in row.cells),
    )
    return format_html("<tr{}{}>{}</tr>", link, cancelled, cells)


def _said(cell: Cell, url: str) -> str:
    if cell.state:
        return status(cell.state, cell.text)
    if cell.column.kind == "title" and url:
        return format_html('<a class="row-link" href="{}">{}</a>', url, cell.text)
    if cell.full:
        short = '<span class="short-name" title="{}">{}</span><span class="only-print">{}</span>'
        return format_html(short, cell.full, cell.text, cell.full)
    return cell.text


@register.simple_tag
def spread_rows(lines: Iterable[Line]) -> SafeString:
    """Each council with its part of a list."""
    line = '<tr><th scope="row"><a href="{}" title="{}">{}</a></th><td class="is-number">{}</td></tr>'
    told = ((one.url, one.council.name, one.council.short_name, so_tron(one.count)) for one in lines)
    return format_html_join("\n", line, told)
