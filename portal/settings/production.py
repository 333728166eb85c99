"""The settings of a real site. All that differs between machines comes from the environment; see .env.example."""

from .base import *  # noqa: F403
from .base import STORAGES, database, env

DEBUG = False
DEMO = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DATABASES = {"default": database(env.str("DATABASE_URL"))}

# One cache for all workers: sign-in's rate limits count in it.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env.str("CACHE_URL")}}

EMAIL_HOST = env.str("SMTP_HOST")
EMAIL_PORT = env.int("SMTP_PORT", 587)
EMAIL_HOST_USER = env.str("SMTP_USER", "")
EMAIL_HOST_PASSWORD = env.str("SMTP_PASSWORD", "")
EMAIL_USE_TLS = env.bool("SMTP_STARTTLS", True)
EMAIL_USE_SSL = env.bool("SMTP_TLS", False)
EMAIL_TIMEOUT = 30

if env.str("S3_BUCKET", ""):
    S3 = {
        "bucket_name": env.str("S3_BUCKET"),
        "endpoint_url": env.str("S3_ENDPOINT", None),
        "region_name": env.str("S3_REGION", None),
        "file_overwrite": False,
    }
    STORAGES = STORAGES | {
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": S3 | {"location": "media"}},
        "private": {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": S3 | {"location": "private", "default_acl": "private", "querystring_auth": True},
        },
    }

SECURE_SSL_REDIRECT = env.bool("HTTPS_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 31536000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", True)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", 1)
