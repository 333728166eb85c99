"""Addresses of readers are personal data: staff and the administrator see them, who only writes pages does not."""

from portal.access.permissions import KeptByTheHouse, answers

from .models import DigestIssue, DigestTiming, Subscriber


@answers(Subscriber)
class SubscriberAccess(KeptByTheHouse):
    """Nobody types an address or changes what somebody asked for: a person does, by mailed links."""

    acts = ("list", "erase")


@answers(DigestIssue)
class DigestAccess(KeptByTheHouse):
    pass


@answers(DigestTiming)
class TimingAccess(KeptByTheHouse):
    acts = ("list", "change")
