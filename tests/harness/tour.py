"""Whose eyes a page of the demo is seen with."""

import re

# By the beginning of its address; the first that fits.
SEEN_BY = (
    ("/admin/", "director"),
    ("/review/", "reviewer"),
    ("/hosting/", "host"),
    ("/my/placement", "doctor"),
    ("/my/", "applicant"),
    ("/files/", "applicant"),
)


def seen_by(path):
    bare = re.sub(r"^/(en|zh-hans)/", "/", path)
    return next((role for beginning, role in SEEN_BY if bare.startswith(beginning)), None)
