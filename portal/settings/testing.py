"""The settings of the tests: a database of their own, quick password hashing, the outbox as in production."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import STORAGES, database, env

DEBUG = False
DEMO = True
SECRET_KEY = "tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
TEST_RUN_DIR = Path(env.str("TEST_RUN_DIR", "") or tempfile.mkdtemp(prefix="portal-tests-"))
DATABASES = {"default": database(env.str("TEST_DATABASE_URL", "") or f"sqlite:///{TEST_RUN_DIR / 'tests.sqlite3'}")}
DATABASES["default"]["TEST"] = {"NAME": None}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# The tests of keeping pages set it; the others ask the site itself.
PAGES_KEPT_FOR = 0
MEDIA_ROOT = TEST_RUN_DIR / "media"
PRIVATE_ROOT = TEST_RUN_DIR / "private"
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "private": {
        "BACKEND": "portal.files.private_storage.PrivateDiskStorage",
        "OPTIONS": {"location": PRIVATE_ROOT},
    },
}
MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = TEST_RUN_DIR / "mailbox"
WAGTAILADMIN_BASE_URL = "http://testserver"
