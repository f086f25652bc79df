"""Settings of an installation; what differs between offices comes from the environment (see ``environment``)."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from dienhong.config.environment import data_directory, database, flag, secret_key, words

PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIRECTORY = data_directory()

DEBUG = False
DEVELOPMENT = flag("DIENHONG_DEVELOPMENT")  # opens /kieu-dang/, the page of components
SECRET_KEY = secret_key()
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")

# The registers in the order of the navigation: one line each (docs/adding-a-register.md).
REGISTERS = [
    "dienhong.voters",
    "dienhong.oversight",
    "dienhong.questioning",
    "dienhong.council_sessions",
    "dienhong.resolutions",
    "dienhong.confidence",
    "dienhong.reception",
    "dienhong.meetings",
    "dienhong.followup",
    "dienhong.activities",
    "dienhong.reports",
    "dienhong.incoming",
    "dienhong.people",
]

# Who takes over what a body leaves open when it ends: called with the ending, in its transaction; each says
# in a sentence what it took over.
TAKEOVERS = ["dienhong.followup.actions.take_over"]

# What modules above the sessions show on a session's page: (session, user) -> panels.
SESSION_PANELS: list[str] = []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "dienhong.audit",
    "dienhong.accounts",
    "dienhong.organisations",
    "dienhong.rulebook",
    "dienhong.files",
    "dienhong.documents",
    "dienhong.registers",
    "dienhong.indicators",
    "dienhong.workbook",
    *REGISTERS,
    "dienhong.reminders",
    "dienhong.sample",
    "dienhong.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "dienhong.web.accounts.middleware.LastSeenMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "dienhong.web.accounts.middleware.FirstPasswordMiddleware",
    "dienhong.web.middleware.DomainErrorMiddleware",
]

ROOT_URLCONF = "dienhong.config.urls"
WSGI_APPLICATION = "dienhong.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dienhong.web.context.shell",
            ],
            "builtins": ["django.templatetags.static", "dienhong.web.templatetags.vietnamese"],
        },
    }
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One process keeps its rate limits in memory; several processes share them through Redis.
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": os.environ["REDIS_URL"]}
        if "REDIS_URL" in os.environ
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}

# --- Language, time -------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]  # only what Django and allauth leave untranslated
FORMAT_MODULE_PATH = ["dienhong.web.formats"]  # day before month, 1.650 and 30,3
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# --- Static files ---------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIRECTORY / "static"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- Uploaded files -------------------------------------------------------------------------------------------------
# Under their hash, outside every public folder; a page hands one out after it has found its owner.
MEDIA_ROOT = DATA_DIRECTORY / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
UPLOAD_LIMIT = int(os.environ.get("UPLOAD_LIMIT_MB", "20")) * 1024 * 1024
CHECK_PAGE_LIMIT = int(os.environ.get("CHECK_PAGE_LIMIT", "1000"))

# --- Secrets at rest ------------------------------------------------------------------------------------------------
# Who the denouncers are and what they say. The key lies beside the folder of data and not in it: no backup has both.
SECRETS_KEYS = words("DIENHONG_SECRETS_KEY")
SECRETS_KEY_FILE = DATA_DIRECTORY.with_name(f"{DATA_DIRECTORY.name}.secrets-key")

# --- Sign-in --------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "dienhong.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/tai-khoan/dang-nhap/"
ACCOUNT_FORMS = {
    "login": "dienhong.web.accounts.forms.LoginForm",
    "reauthenticate": "dienhong.web.accounts.forms.ReauthenticateForm",
    "change_password": "dienhong.web.accounts.forms.ChangePasswordForm",
    "reset_password": "dienhong.web.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "dienhong.web.accounts.forms.ResetPasswordKeyForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Diên Hồng] "
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody makes the system write to a stranger
# One address per account, in the user's own row: allauth's list of addresses stays empty, and so cannot go stale.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key", "login": "30/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Diên Hồng"
MFA_TOTP_TOLERANCE = 1  # half a minute more for slow typing and slow clocks; a code still opens only once
MFA_ALLOW_UNVERIFIED_EMAIL = (
    True  # addresses are given by the administrator or after the password was asked again
)
MFA_ADAPTER = "dienhong.accounts.adapter.MFAAdapter"
MFA_FORMS = {
    "authenticate": "dienhong.web.accounts.forms.AuthenticateForm",
    "reauthenticate": "dienhong.web.accounts.forms.ReauthenticateByCodeForm",
    "activate_totp": "dienhong.web.accounts.forms.ActivateTOTPForm",
}
# Behind a proxy every office would otherwise share one address, and with it one rate limit.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("TRUSTED_PROXIES", "0"))
# Whom to call who cannot get in: shown on every page of sign-in.
HELP_LINE = os.environ.get("HELP_LINE", "người quản trị hệ thống của Văn phòng")
USERSESSIONS_TRACK_ACTIVITY = True  # the list shows when a session was last used (LastSeenMiddleware)
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

EMAIL_BACKEND = os.environ.get("EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "dienhong@localhost")
# Where people open this installation (https://hdnd.example.vn): letters name whole addresses with it.
SITE_ADDRESS = os.environ.get("SITE_ADDRESS", "").rstrip("/")

# --- Safety ---------------------------------------------------------------------------------------------------------
# An office on one machine serves plain http on the loopback; behind a proxy with TLS, DIENHONG_HTTPS=1 closes the rest.
HTTPS = flag("DIENHONG_HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "dienhong.web.errors.csrf_failure"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
