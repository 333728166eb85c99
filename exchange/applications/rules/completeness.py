"""What an application lacks before it can be submitted."""

from dataclasses import dataclass

from ..states import Section

SECTIONS = tuple(Section.values)


@dataclass(frozen=True)
class Lack:
    """One thing that is missing or wrong. field: the control that mends it. code: why ("missing", or a rule's code)."""

    section: str
    field: str
    code: str = "missing"


# Every one of these must be filled in; what depends on another answer stands in `lacks`.
NEEDED = (
    ("you", "birth_date"),
    ("you", "nationality"),
    ("you", "phone"),
    ("hospital", "affiliation_1_name"),
    ("hospital", "affiliation_1_city"),
    ("hospital", "affiliation_1_country"),
    ("training", "specialty"),
    ("training", "post"),
    ("training", "qualified_in"),
    ("training", "training"),
    ("training", "registered_with"),
    ("proposal", "proposal"),
    ("return", "place_offered"),
)
NEEDED_FILES = ("cv", "registration")
NEEDED_FOR_A_PLACE = ("place_purpose", "place_months", "place_department")


def lacks(values, *, files, wrong=()):
    """Everything between this application and its submission, in the order of the sections.

    values: dict of field → value. files: classes of which there is a file. wrong: (section, field) that hold something
    that is not yet an answer.
    """
    found = [Lack(section, name, "wrong") for section, name in wrong]
    told = {lack.field for lack in found}

    def want(section, name, is_there):
        if not is_there and name not in told:
            found.append(Lack(section, name))

    if not (values.get("surname") or values.get("given_names")):
        want("you", "surname", False)
    for section, name in NEEDED:
        want(section, name, values.get(name) not in (None, ""))
    for number in (2, 3):
        if any(values.get(f"affiliation_{number}_{part}") for part in ("name", "city", "country", "department")):
            for part in ("name", "city", "country"):
                name = f"affiliation_{number}_{part}"
                want("hospital", name, values.get(name))
    want("proposal", "participation", values.get("participation"))
    want("proposal", "window_1_from", values.get("window_1_from"))
    if values.get("place_offered") == "yes":
        for name in NEEDED_FOR_A_PLACE:
            want("return", name, values.get(name) not in (None, ""))
    for kind in NEEDED_FILES:
        want("files", kind, kind in files)
    return sorted(found, key=lambda lack: SECTIONS.index(lack.section))
