"""allauth's forms as this house shows them: a label above every field, nothing inside it, help in one sentence."""

from typing import Any

from allauth.account import forms as account
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.cache import cache

from dienhong.accounts.models import User, UserManager
from dienhong.vietnamese.text import normalise

CODE_LIVES = 90  # seconds: the half-minute of a code and one on either side (MFA_TOTP_TOLERANCE)
FIELD_ATTRIBUTES = {
    "login": {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    "code": {"autocomplete": "one-time-code", "inputmode": "numeric"},
}


class Plain:
    """Takes the placeholders and links out of allauth's fields; the cursor stands where typing begins."""

    fields: dict[str, forms.Field]
    is_bound: bool

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs.update(FIELD_ATTRIBUTES.get(name, {}))
            field.help_text = ""
        self._first_to_type().widget.attrs["autofocus"] = True

    def _first_to_type(self) -> forms.Field:
        """The first field; after a refusal the first password, which is never shown again."""
        fields = list(self.fields.values())
        passwords = [field for field in fields if isinstance(field.widget, forms.PasswordInput)]
        return (passwords or fields)[0] if self.is_bound else fields[0]


class ChoosesPassword(Plain):
    """Says what a password must be, in the words of the validators that are in force."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = " ".join(password_validators_help_texts())


class LoginForm(Plain, account.LoginForm):  # type: ignore[misc]
    pass


class ReauthenticateForm(Plain, account.ReauthenticateForm):  # type: ignore[misc]
    pass


class ResetPasswordForm(Plain, account.ResetPasswordForm):  # type: ignore[misc]
    pass


class ResetPasswordKeyForm(ChoosesPassword, account.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class ChangePasswordForm(ChoosesPassword, account.ChangePasswordForm):  # type: ignore[misc]
    def clean_password1(self) -> str:
        password: str = self.cleaned_data["password1"]
        if self.user.check_password(password):
            raise forms.ValidationError("Mật khẩu mới phải khác mật khẩu hiện tại.", code="same_password")
        return password


class OpensOnce(Plain):
    """Remembers a code for as long as it is valid: whoever read it over a shoulder comes too late."""

    user: User

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        key = f"code-opened:{self.user.pk}:{normalize_user_code(code)}"
        if not cache.add(key, True, timeout=CODE_LIVES):
            raise get_adapter().validation_error("incorrect_code")
        return code


class AuthenticateForm(OpensOnce, mfa.AuthenticateForm):  # type: ignore[misc]
    pass


class ReauthenticateByCodeForm(OpensOnce, mfa.ReauthenticateForm):  # type: ignore[misc]
    pass


class ActivateTOTPForm(Plain, totp.ActivateTOTPForm):  # type: ignore[misc]
    pass


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = User
        fields = ["full_name", "email"]
        widgets = {
            "full_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        help_texts = {"email": "Nơi nhận liên kết khi quên mật khẩu. Đổi địa chỉ này phải nhập lại mật khẩu."}

    def clean_full_name(self) -> str:
        return normalise(self.cleaned_data["full_name"])

    def clean_email(self) -> str:
        return UserManager.normalize_email(self.cleaned_data["email"])
