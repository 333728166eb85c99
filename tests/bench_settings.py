"""The site as `make bench` serves it: files compressed and named by their content as in production, pages kept or not."""

from portal.settings.racing import *  # noqa: F403
from portal.settings.racing import STORAGES, TEST_RUN_DIR, env

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
STATIC_ROOT = TEST_RUN_DIR / "bench-static"
PAGES_KEPT_FOR = env.int("PAGES_KEPT_FOR", 0)
