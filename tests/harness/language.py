"""Finds English left in Chinese text: three Latin words in a row that are no names."""

import re
from functools import lru_cache

from . import rundir

LIST = rundir.ROOT / "tests" / "latin_allowed.txt"
WORD = r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’.-]*"
THREE = re.compile(rf"{WORD}(?:[\s,]+{WORD}){{2,}}")
ADDRESS = re.compile(r"https?://\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+){1,}\b")


@lru_cache(maxsize=1)
def listed():
    lines = [line.strip() for line in LIST.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def english_in(text, names=()):
    """Runs of three or more Latin words outside addresses, the list, and `names`. A line's end ends a run."""
    text = ADDRESS.sub(" · ", text)
    for name in sorted({*listed(), *(name for name in names if name)}, key=len, reverse=True):
        text = text.replace(name, " · ")
    return [found[0] for line in text.splitlines() for found in THREE.finditer(line)]


def latin_names():
    """Names of people, hospitals and cities in the database, which stay as they are in Chinese text."""
    from exchange.applications.models import Affiliation
    from exchange.partners.models import Partner, PartnerDepartment
    from exchange.review.models import ReviewerHospital
    from portal.people.models import User

    for person in User.objects.all():
        yield from (person.named("en"), f"{person.given_names} {person.surname}")
    for partner in Partner.objects.all():
        yield from (partner.name, partner.city_en)
    yield from PartnerDepartment.objects.values_list("name", flat=True)
    for hospital in Affiliation.objects.exclude(name=""):
        yield from (hospital.name, hospital.city)
    for hospital in ReviewerHospital.objects.all():
        yield hospital.name


def quoted_in_the_office():
    """What the office's screens show as it goes to an English reader: subjects of mails, the English of ready reasons."""
    from exchange.applications.models import ReadyReason
    from portal.mail.models import OutboxMessage

    yield from OutboxMessage.objects.filter(language="en").values_list("subject", flat=True).distinct()
    for reason in ReadyReason.objects.all():
        yield from (reason.text_en, reason.text_en[:60])


def typed_reasons():
    """Reasons as people typed them, which mails quote word for word: from the history, less the product's own sentences."""
    import polib
    from wagtail.models import ModelLogEntry

    ours = {entry.msgid for entry in polib.pofile(str(rundir.ROOT / "portal/locale/zh_Hans/LC_MESSAGES/django.po"))}
    for data in ModelLogEntry.objects.filter(user__isnull=False).values_list("data", flat=True):
        why = (data or {}).get("why", "").strip()
        if why and why not in ours:
            yield why
