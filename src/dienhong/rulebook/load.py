"""The catalogue of fields as rows: run by the migration, and again by whoever emptied the table."""

from typing import Any

from dienhong.rulebook.presets import preset_fields


def ensure_fields(model: Any) -> int:
    """Add the fields of ``fields.yaml`` that are missing; how many there were. An office's own changes stay."""
    known = set(model.objects.values_list("code", flat=True))
    fresh = [
        model(code=field.code, name=field.name, group=field.group, order=field.order * 10)
        for field in preset_fields()
        if field.code not in known
    ]
    model.objects.bulk_create(fresh)
    return len(fresh)
