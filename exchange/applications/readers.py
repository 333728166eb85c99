"""Who else reads applications: slices further right (the review) say so, in their access.py."""

from django.db.models import Q

_readers = []


def register_readers(function):
    """function(person) -> Q over Application: those that the person may read by another slice's knowledge."""
    _readers.append(function)
    return function


def readable_by_others(person):
    """One Q from all that registered; a Q that matches nothing where nobody did."""
    found = Q(pk__in=[])
    for function in _readers:
        found |= function(person)
    return found
