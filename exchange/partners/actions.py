from django.db import IntegrityError, transaction

from portal.access.permissions import require
from portal.lifecycle.refusals import Overtaken

from .parts import reverse_entry


def reverse(*, entry, by, now, reason):
    """Take an entry back by a second one, with a reason; both stay."""
    require(by, "reverse", entry)
    try:
        with transaction.atomic():
            return reverse_entry(entry=entry, by=by, at=now(), why=reason)
    except IntegrityError as meanwhile:
        raise Overtaken from meanwhile
