"""Makes a stale demo anew without touching what people made.

A row of the demo that a person's own row hangs on cannot go: it stays as it is, and the new demo is made beside it.
"""

from django.db import models, transaction

from portal.lifecycle.models import guarded_write

from .demo_loading import refuse_elsewhere
from .models import DemoRow


def renew_demo(*, now):
    refuse_elsewhere()
    rows = list(DemoRow.objects.select_related("content_type").order_by("-pk"))
    with transaction.atomic(), guarded_write():
        for row in rows:
            remove(row)
    return len(rows)


def remove(row):
    """Delete what a demo row stands for, newest first; one that is still needed stays, and is forgotten as demo."""
    obj = row.obj
    row.delete()
    if obj is None:
        return
    try:
        with transaction.atomic():
            obj.delete()
    except models.ProtectedError:
        return
