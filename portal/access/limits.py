"""How often something may be done from one place or about one address. Counted in the database, since a limit that lives in
the cache is no limit while the cache is away.

A count begins with the first try and runs for the limit's time; what is counted is kept as a keyed digest, so that the
table names nobody.
"""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, IPv6Network, ip_address

from allauth.account.adapter import get_adapter
from django.db.models import F
from django.utils.crypto import salted_hmac

from .models import Tally

KEPT = timedelta(days=8)
"""How long a count stays in the table; no limit runs longer."""


@dataclass(frozen=True)
class Limit:
    """name: "slice.act.whose". most: so many times. within: a timedelta of at most a week."""

    name: str
    most: int
    within: timedelta


def take(limit, whose, *, now):
    """Count one try; whether it is still within the limit. Two at the same instant never pass as one.

    whose: what is counted by, such as an address or `place_of(request)`. now: aware instant.
    """
    key = salted_hmac(f"portal.access.limits.{limit.name}", whose, algorithm="sha256").hexdigest()
    _row, made = Tally.objects.get_or_create(key=key, defaults={"began_at": now, "taken": 1})
    if made:
        return limit.most > 0
    row = Tally.objects.filter(key=key)
    if row.filter(began_at__lte=now - limit.within).update(began_at=now, taken=1):
        return limit.most > 0
    return bool(row.filter(taken__lt=limit.most).update(taken=F("taken") + 1))


def place_of(request):
    """From where somebody asks: their IP address as the trusted proxies report it, an IPv6 one as its network."""
    return network_of(get_adapter().get_client_ip(request))


def network_of(address):
    """An IPv4 address as it is; of an IPv6 one the first 64 bits, since one household has all that begin so. Pure."""
    found = ip_address(address)
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or IPv6Network((found, 64), strict=False))
    return str(found)


def forget_old(*, now):
    """Take away counts that no limit asks for any more; returns how many."""
    return Tally.objects.filter(began_at__lt=now - KEPT).delete()[0]
