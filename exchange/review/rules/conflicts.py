"""Conflicts of interest that can be found without asking, and who never reviews whom."""

from dataclasses import dataclass

APPLIES, REFERS, SAME_HOSPITAL, NAMED, OWN = "applies", "refers", "same hospital", "named", "own"

EXCLUDES = (OWN, APPLIES, REFERS, SAME_HOSPITAL)
"""With these nobody is assigned. "named" (the applicant says that they know them) is shown, and a person decides."""


@dataclass(frozen=True)
class ReviewerFacts:
    """hospitals: partner keys and folded names of where they work or worked. names: how they are called, folded."""

    key: int
    hospitals: frozenset = frozenset()
    names: frozenset = frozenset()
    applies_here: bool = False
    refers_here: bool = False


@dataclass(frozen=True)
class ApplicationFacts:
    """hospitals: partner keys and folded names of every affiliation. knows: what they wrote of whom they know, folded."""

    key: int
    person: int | None
    hospitals: frozenset = frozenset()
    knows: str = ""


def conflicts(reviewer, application):
    """Codes of what speaks against this reviewer for this application, the gravest first."""
    found = []
    if application.person is not None and reviewer.key == application.person:
        found.append(OWN)
    if reviewer.applies_here:
        found.append(APPLIES)
    if reviewer.refers_here:
        found.append(REFERS)
    if reviewer.hospitals & application.hospitals:
        found.append(SAME_HOSPITAL)
    if any(len(name) > 1 and name in application.knows for name in reviewer.names):
        found.append(NAMED)
    return found


def excluded(reviewer, application):
    """The codes that keep this reviewer from this application for good."""
    return [code for code in conflicts(reviewer, application) if code in EXCLUDES]
