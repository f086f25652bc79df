"""The URL configuration, flattened: every name with the names of its arguments."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def walk(resolver: URLResolver | None = None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(name, arguments) of every address; an address without a name is a fault."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from walk(entry)
        else:
            assert isinstance(entry, URLPattern) and entry.name, f"an address without a name: {entry}"
            yield entry.name, _arguments(entry)


def _arguments(entry: URLPattern) -> tuple[str, ...]:
    converters = getattr(entry.pattern, "converters", None)
    return tuple(converters) if converters else tuple(entry.pattern.regex.groupindex)
