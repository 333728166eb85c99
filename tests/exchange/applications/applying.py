"""What the tests of this slice write into a form, and when."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
CLOSES = datetime(2027, 3, 31, 23, 59, tzinfo=SHANGHAI)
DURING = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)

ANSWERS = {
    "you": {
        "surname": "Dvořáková", "given_names": "Jana", "birth_date": "1979-05-04", "nationality": "CZ",
        "phone": "+420 601 123 456",
    },
    "hospital": {
        "affiliation_1_name": "Nemocnice Na Výšině", "affiliation_1_department": "Chirurgie", "affiliation_1_city": "Praha",
        "affiliation_1_country": "CZ",
    },
    "training": {
        "post": "Head of airway surgery", "post_since": "2019", "qualified_in": "2010", "training": "Prague, then Leuven.",
        "registered_with": "Česká lékařská komora", "registration_number": "123",
    },
    "proposal": {
        "participation": "observe,lecture", "proposal": "Sleeve resection after immunotherapy, ten cases.",
        "window_1_from": "2027-09-06", "window_1_to": "2027-09-17",
    },
    "return": {
        "place_offered": "yes", "place_purpose": "observation", "place_months": "3", "places": "1",
        "place_department": "Airway surgery",
    },
}  # fmt: skip


def at(instant):
    return lambda: instant


def reread(application):
    from exchange.applications.models import Application
    from exchange.applications.queries.answers import with_rows

    return with_rows(Application.objects.filter(pk=application.pk)).get()


def everything(**changes):
    from exchange.applications.models import Specialty

    texts = {name: text for section in ANSWERS.values() for name, text in section.items()}
    return texts | {"specialty": str(Specialty.objects.first().pk)} | changes


def give_file(application, kind, by=None, name="cv.pdf", now=DURING):
    """A file as if it had been received; the check of files has tests of its own."""
    from exchange.applications.models import ApplicationFile
    from portal.files.models import PrivateFile

    digest = f"{application.pk:032x}{abs(hash((kind, name))) % 10**12:032x}"
    file = PrivateFile.objects.create(
        name=name, kind="pdf", size=2048, sha256=digest, sent_sha256=digest, pages=2, purpose=f"applications.{kind}",
        uploaded_by=by, uploaded_at=now, storage_name=f"tests/{application.pk}/{kind}/{name}",
    )  # fmt: skip
    return ApplicationFile.objects.create(application=application, file=file, kind=kind, added_at=now)
