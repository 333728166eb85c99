"""Real processes that tests start: as testing, with the database that DATABASE_URL names (a copy of the template)."""

from .testing import *  # noqa: F403
from .testing import database, env

DATABASES = {"default": database(env.str("DATABASE_URL"))}
