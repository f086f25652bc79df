"""Settings of the test suite: the same installation, on a database file of its own and with cheap passwords."""

import base64
import os

os.environ.setdefault("SECRET_KEY", "only for tests, never for an installation")
os.environ.setdefault("DIENHONG_SECRETS_KEY", base64.urlsafe_b64encode(os.urandom(32)).decode())
os.environ["DIENHONG_DEVELOPMENT"] = "1"
# ``make test`` is about the embedded database whatever the shell says; ``make test-pg`` names the other one.
if "DIENHONG_TEST_DATABASE_URL" in os.environ:
    os.environ["DATABASE_URL"] = os.environ["DIENHONG_TEST_DATABASE_URL"]
else:
    os.environ.pop("DATABASE_URL", None)

from dienhong.config.settings import *
from dienhong.config.settings import DATA_DIRECTORY, DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A real file: threads and killed processes must meet the locks that an office meets.
    DATA_DIRECTORY.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIRECTORY / "test.sqlite3")}
