"""Which settings hold: the environment's word first, then that of `.env` beside manage.py, then the caller's."""

import os
from pathlib import Path

from environs import Env

DOTENV = Path(__file__).resolve().parents[2] / ".env"


def choose_settings(otherwise):
    """Set DJANGO_SETTINGS_MODULE. `.env` is read before Django asks, so that every process of a site agrees on it.

    otherwise: the dotted name of the settings where neither says.
    """
    env = Env()
    env.read_env(DOTENV, recurse=False)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", env.str("DJANGO_SETTINGS_MODULE", otherwise))
