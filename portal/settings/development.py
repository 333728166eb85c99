"""The development site: SQLite, the demo, and a mailbox page instead of a mail server. Nothing leaves the machine."""

from .base import *  # noqa: F403
from .base import STORAGES, VAR_DIR, database, env

DEBUG = env.bool("DEBUG", True)
DEMO = True
SECRET_KEY = env.str("SECRET_KEY", "development-only-and-not-secret")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
INTERNAL_IPS = ["127.0.0.1"]

VAR_DIR.mkdir(exist_ok=True)
DATABASES = {"default": database(env.str("DATABASE_URL", "") or f"sqlite:///{VAR_DIR / 'demo.sqlite3'}")}

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
    },
}
# A changed template is seen at once.
PAGES_KEPT_FOR = env.int("PAGES_KEPT_FOR", 0)
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

# The worker writes each mail to a file here, and the mailbox page reads them.
MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mailbox"
