"""Whose eyes a page of the demo is seen with."""

import re

# By the beginning of its address, as an expression; the first that fits.
SEEN_BY = (
    ("/my/visit/offers/", "offered"),
    (r"/my/visit/\d+/withdraw/", "offered"),
    ("/my/visit/", "expert"),
    ("/apply/entered/", "office"),
    (r"/apply/[A-Z]{2}-\d{4}/\w", "writing"),
    (r"/my/applications/\d+/information/", "asked"),
    (r"/files/.*\.png$", "office"),
    ("/admin/", "director"),
    ("/review/", "reviewer"),
    ("/hosting/", "host"),
    ("/my/placement", "doctor"),
    ("/my/", "applicant"),
    ("/files/", "applicant"),
)


def seen_by(path):
    bare = re.sub(r"^/(en|zh-hans)/", "/", path)
    return next((role for beginning, role in SEEN_BY if re.match(beginning, bare)), None)
