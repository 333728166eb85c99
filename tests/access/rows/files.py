"""An uploaded file is read by its writer and by the staff; its pages as pictures by the staff. To all others it is not there."""

from access.table import STAFF, Row

FILE = "exchange.ApplicationFile"


def paper(world):
    return world.first(FILE, application__cycle__state="open", application__state="submitted")


def writer(world):
    return paper(world).application.person


def file(world):
    return {"pk": paper(world).file_id}


def anothers(world):
    assert writer(world).pk != world.person("applicant").pk
    return file(world)


def page(world):
    return {**file(world), "page": 1, "width": 800}


APPLICANT = frozenset({"applicant"})
NOT_THERE = {"hidden": 404, "anybody": "as others"}

ROWS = [
    Row("private_file", see=STAFF | APPLICANT, kwargs=file, owner=writer, own="own", **NOT_THERE),
    Row("private_file", see=STAFF, kwargs=anothers, own="another's", **NOT_THERE),
    # Whoever wrote it has the file itself, and no pictures of it.
    Row("private_file_page", see=STAFF, kwargs=page, owner=writer, **NOT_THERE),
]
