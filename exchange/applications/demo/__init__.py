"""Applications of the demo's three visiting cycles, made by the actions themselves as of their own days.

Next year's open call has sixty, in every state that an open call knows before the review; a dozen of them are odd on
purpose. Those of the earlier cycles are screened and wait for what the review, the offers and the visits make of them.
"""

from portal.people.demo import may_sign_in

from ..actions.inviting import decline, invite, note_opened, note_started
from ..actions.lists import fill_lists
from ..demo_papers import Papers
from ..models import Application
from .applicant import Applicant

# What became of next year's sixty, in the order in which they were begun.
NEXT = (
    ("submitted",) * 22
    + ("screened",) * 14
    + ("draft",) * 9
    + ("returned",) * 5
    + ("ineligible",) * 5
    + ("withdrawn",) * 5
)
EARLIER = {"last": ("screened",) * 9 + ("ineligible",), "this": ("screened",) * 14 + ("ineligible", "withdrawn")}
# Days from today on which the first and the last of a cycle was submitted.
SPAN = {"next": (-33, -1), "this": (-325, -272), "last": (-695, -642)}

ODD = {
    4: {"surname": "Teodora", "given_names": ""},
    9: {"surname": "Ouyang", "given_names": "Wenjing", "chinese_name": "欧阳文静", "language": "zh-hans"},
    13: {"affiliation_2_name": "Institute of Thoracic Care", "affiliation_2_city": "Singapore", "affiliation_2_country": "SG"},
    17: {"nationality": "GB", "second_nationality": "IE"},
    20: {"specialty": "Other", "specialty_detail": "veterinary thoracic surgery"},
    25: {"affiliation_2_name": "Universitätsspital am Rheinknie", "affiliation_2_city": "Basel", "affiliation_2_country": "CH", "sending": "2"},
    37: {"over_new_year": True},
    39: {"phone": "0601 123 456"},
    51: {"affiliation_1_name": "Charles River Medical Center", "affiliation_1_city": "Boston", "affiliation_1_country": "US"},
    52: {"affiliation_1_name": "Hospital das Acácias", "affiliation_1_city": "São Paulo", "affiliation_1_country": "BR"},
}  # fmt: skip


# Where in the crowd of invented people each cycle's applicants begin; nobody comes twice under one name.
OFFSET = {"last": 0, "this": 10, "next": 26}
# The one of next year's drafts that the office wrote for somebody, who has yet to confirm it.
ENTERED = 45
# Besides each cycle's first: one who is still writing, and one who was asked for a newer paper.
WRITING, ASKED = "38", "47"
SIGN_IN = (WRITING, ASKED)


def load(demo):
    fill_lists()
    papers = Papers()
    for cycle_key, fates in (("last", EARLIER["last"]), ("this", EARLIER["this"]), ("next", NEXT)):
        cycle = demo.known(f"cycle.{cycle_key}")
        if cycle is None:
            continue
        for number, fate in enumerate(fates, start=1):
            key = f"application.{cycle_key}.{number:02d}"
            if demo.known(key):
                continue
            odd = ODD.get(number, {}) if cycle_key == "next" else {}
            one = Applicant(demo, cycle, cycle_key, number, offset=OFFSET[cycle_key], papers=papers, odd=odd)
            entered = cycle_key == "next" and number == ENTERED
            demo.remember(
                key, one.be_entered(-4) if entered else one.apply(fate, day_of(cycle_key, number, len(fates)))
            )
    for key in SIGN_IN:
        if demo.known(f"application.next.{key}") and not demo.known(f"signs_in.{key}"):
            demo.remember(f"signs_in.{key}", may_sign_in(demo.known(f"person.expert.next.{key}")))
    twin(demo)
    invitations(demo)


def day_of(cycle_key, number, count):
    """On which day from today an application was submitted: spread over the cycle's span."""
    first, last = SPAN[cycle_key]
    return first + round((last - first) * (number - 1) / max(count - 1, 1))


def twin(demo):
    """Somebody who seems to have applied twice under two addresses: the office is warned."""
    first, second = demo.known("application.next.02"), demo.known("application.next.21")
    if first and second and first.folded_name != second.folded_name:
        names = ("surname", "given_names", "birth_date", "folded_name")
        Application.objects.filter(pk=second.pk).update(**{name: getattr(first, name) for name in names})


def invitations(demo):
    """Five invitations to apply to the open call: sent, opened, started, declined."""
    cycle, officer = demo.known("cycle.next"), demo.known("person.office")
    if cycle is None or demo.known("invitation.1"):
        return
    invited = (
        ("Saarinen", "Päivi"),
        ("Keller", "Urs"),
        ("O’Callaghan", "Ciarán"),
        ("Horvat", "Tena"),
        ("Ilves", "Kadri"),
    )
    for number, (surname, given) in enumerate(invited, start=1):
        row = invite(
            cycle=cycle, email=f"invited{number}@experts.example", by=officer, now=demo.at(-20 + number, 11),
            surname=surname, given_names=given, words="Your talk at the last forum is still being discussed in our department.",
        )  # fmt: skip
        demo.remember(f"person.invited.{number}", row.person)
        demo.remember(f"invitation.{number}", row)
        now = demo.at(-15 + number, 16)
        if number >= 2:
            row = note_opened(invitation=row, now=now)
        if number == 4:
            note_started(invitation=row, now=now)
        if number == 5:
            decline(invitation=row, now=now, reason="Not this year; please ask me again.")
