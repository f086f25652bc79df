"""The page of a refusal that no form showed: what cannot be done, and the way back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TITLES = {403: "Anh/chị không được làm việc này", 422: "Chưa thực hiện được"}


def refusal_page(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    """403 for what the role does not allow, 422 for what the rules do not allow."""
    return render(request, "refusal.html", {"title": TITLES[status], "sentence": sentence}, status=status)
