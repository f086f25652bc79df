"""What every page shows around its content: council, navigation, whether this is the sample."""

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    return {}
