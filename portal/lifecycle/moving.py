"""The only writer of a state."""

from django.db import transaction
from django.utils.translation import gettext as _

from .audit import record
from .models import guarded_write
from .refusals import NotPossibleNow, Overtaken, ReasonMissing
from .table import CLOCK


def move(obj, name, *, by, at, reason="", note=None, **fields):
    """Take `obj` through the transition `name` of its table, and write the record.

    obj: a StatefulModel as it was read; its state is the one that must still stand in the database.
    by: the person, or None where the clock acts. at: aware instant of the act. reason: as typed.
    note: dict of further JSON values for the record. fields: other columns written in the same UPDATE.

    Raises NotPossibleNow (no such transition from here), ReasonMissing, or Overtaken (the row's state is no longer the
    one that was read). Must run inside a transaction, so that the record and the state stand or fall together.
    Asking who may is the action's business: it comes before, by the permission layer.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("move() belongs inside a transaction")
    lifecycle = obj.lifecycle
    source = getattr(obj, lifecycle.field)
    row = lifecycle.find(name, source)
    if row is None:
        label = lifecycle.states(source).label
        raise NotPossibleNow(_("This cannot be done now: the state is “%(state)s”.") % {"state": label})
    if "reason" in row.asks and not reason.strip():
        raise ReasonMissing
    if by is None and CLOCK not in row.who and "link" not in row.who:
        raise RuntimeError(f"{lifecycle.entity}: the clock may not {name}")
    with guarded_write():
        changed = (
            type(obj)
            ._base_manager.filter(pk=obj.pk, **{lifecycle.field: source})
            .update(**{lifecycle.field: row.target}, **fields)
        )
    if not changed:
        raise Overtaken
    for key, value in {lifecycle.field: row.target, **fields}.items():
        setattr(obj, key, value)
    obj._state_as_read = row.target
    details = {"from": str(source), "to": str(row.target), **(note or {})}
    record(obj, act_name(lifecycle, name), by=by, at=at, why=reason, **details)
    return obj


def act_name(lifecycle, name):
    return f"{lifecycle.entity}.{name}"
