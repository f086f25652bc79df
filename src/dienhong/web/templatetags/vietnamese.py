"""Template filters that write numbers and dates as officials do."""

from django import template

register = template.Library()
