"""The clock of a site without a timer of its own: `tick` at the beginning of every minute, in one process."""

import logging
import time

from django.core.management import call_command
from django.db import close_old_connections

logger = logging.getLogger("portal.clock")
PERIOD = 60


def keep_time():
    """Never returns. A tick that fails is logged; the next one comes a minute later all the same."""
    while True:
        try:
            with open("/dev/null", "w") as nowhere:
                call_command("tick", stdout=nowhere)
        except Exception:
            logger.exception("tick failed; the next one comes in a minute")
        finally:
            close_old_connections()
        time.sleep(PERIOD - time.monotonic() % PERIOD)
