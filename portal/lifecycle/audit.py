"""Who did what to which object, when, from which state to which, and why: kept by Wagtail's log actions."""

from wagtail.log_actions import log
from wagtail.log_actions import registry as log_registry

_kinds = {}
_says = {}


def register_act(action, label, says=None):
    """Make an act known to the record; `label` is a lazy word or two that people read in a history.

    says: function(data of the line) -> what else the line tells ("office staff", "12 rows"), or nothing.
    """
    _kinds[action] = label
    if says is not None:
        _says[action] = says


def registered_acts():
    return dict(_kinds)


def words_of(action, data):
    """A line of the record in words: the act's label, and what its data add to it."""
    more = _says[action](data) if action in _says else ""
    return f"{_kinds[action]}: {more}" if more else str(_kinds[action])


def record(obj, action, *, by, at, why="", **data):
    """Write one line of the record.

    obj: a saved model instance. action: a registered name. by: a person, or None for the clock or a holder of a link.
    at: aware instant. why: the reason as typed. data: what else the history should keep (JSON values only).
    """
    return log(
        obj,
        action,
        user=by if by is not None and getattr(by, "pk", None) else None,
        timestamp=at,
        data={"why": why, **data},
    )


def history(obj):
    """Every line about an object, newest first, with who."""
    return log_registry.get_logs_for_instance(obj).select_related("user").order_by("-timestamp", "-id")
