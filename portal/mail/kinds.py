"""Which sorts of mail there are: each slice registers its own in its messages.py."""

from collections.abc import Callable
from dataclasses import dataclass

_kinds = {}


@dataclass(frozen=True)
class MailKind:
    """One sort of mail. name: "offers.made". template: path below templates, without ".subject.txt", ".txt", ".html".

    wanted: function(message) -> bool, asked each time before it leaves: a mail that waited (held, or tried in vain) may
    have become one that its reader refused meanwhile. None where it leaves whatever happened since.
    """

    name: str
    template: str
    label: object
    wanted: Callable | None = None


def register_kind(name, template, label, wanted=None):
    _kinds[name] = MailKind(name, template, label, wanted)
    return _kinds[name]


def kind_named(name):
    """A registered MailKind; KeyError where there is none."""
    return _kinds[name]


def all_kinds():
    return dict(sorted(_kinds.items()))


def is_wanted(message):
    """Whether a mail may leave still, as its own slice says."""
    kind = _kinds.get(message.kind)
    return kind is None or kind.wanted is None or kind.wanted(message)
