"""The person's own account, where allauth has no page or the wrong words in an address."""

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.account.views import PasswordResetFromKeyView
from allauth.mfa.recovery_codes.views import DownloadRecoveryCodesView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from dienhong.accounts.actions import change_profile
from dienhong.accounts.models import User
from dienhong.web.accounts.forms import ProfileForm


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Name and e-mail address. The address opens the way to a new password: changing it asks for the password."""
    assert isinstance(request.user, User)
    user = User.objects.get(pk=request.user.pk)  # another copy: what is refused must not show in the head
    form = ProfileForm(request.POST or None, instance=user)
    if not form.is_valid():
        return render(request, "account/profile.html", {"form": form})
    if "email" in form.changed_data:
        raise_if_reauthentication_required(request, app="")
    change_profile(user=user, by=user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, "Đã lưu hồ sơ.")
    return redirect("account_profile")


class PasswordResetFromKey(PasswordResetFromKeyView):  # type: ignore[misc]
    reset_url_key = "mat-khau-moi"


class DownloadRecoveryCodes(DownloadRecoveryCodesView):  # type: ignore[misc]
    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().render_to_response(context, **kwargs)
        response["Content-Disposition"] = 'attachment; filename="ma-khoi-phuc-dien-hong.txt"'
        return response
