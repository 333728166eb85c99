"""An uploaded file is read by its writer and by the staff; its pages as pictures by the staff. To all others it is not there."""

from access.table import ANYBODY, STAFF, Row

FILE = "exchange.ApplicationFile"


def of_the_open_call(world):
    return world.first(FILE, application__cycle__state="open", application__state="submitted").file


def file(world):
    return {"pk": of_the_open_call(world).pk}


def page(world):
    return {**file(world), "page": 1, "width": 800}


ROWS = [
    Row("private_file", see=STAFF, kwargs=file, hidden=404, anybody="as others", own="somebody's"),
    Row("private_file_page", see=STAFF, kwargs=page, hidden=404, anybody="as others", exact={ANYBODY: 404}),
]
