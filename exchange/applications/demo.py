"""Applications of the demo's three visiting cycles, made by the actions themselves as of their own days.

Next year's open call has sixty, in every state that an open call knows before the review; a dozen of them are odd on
purpose. Those of the earlier cycles are screened and wait for what the review, the offers and the visits make of them.
"""

from datetime import date, timedelta

from allauth.account.models import EmailAddress

from portal.people.demo import PASSWORD
from portal.people.models import User

from . import demo_papers
from .actions.answering import begin, save_answers
from .actions.filing import attach_file
from .actions.inviting import decline, invite, note_opened, note_started
from .actions.lists import fill_lists
from .actions.returning import return_for_information
from .actions.screening import add_note, note_findings, screen, screen_out
from .actions.submitting import submit
from .actions.withdrawing import withdraw
from .demo_people import PLACES, POSTS, RETURNS, THEMES
from .forms.opening import take_apart
from .forms.sections import FORMS
from .models import Application, Specialty
from .queries.answers import with_rows

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
WHY_OUT = "The call is for people who work in a European country. The hospital that you named is in another one."
WHY_OUT_AGAIN = "The papers do not show that you are registered to practise at present."


def load(demo):
    fill_lists()
    maker = demo_papers.compiler()
    for cycle_key, fates in (("last", EARLIER["last"]), ("this", EARLIER["this"]), ("next", NEXT)):
        cycle = demo.known(f"cycle.{cycle_key}")
        if cycle is None:
            continue
        offset = {"last": 0, "this": 10, "next": 26}[cycle_key]
        for number, fate in enumerate(fates, start=1):
            key = f"application.{cycle_key}.{number:02d}"
            if demo.known(key) is None:
                odd = ODD.get(number, {}) if cycle_key == "next" else {}
                demo.remember(
                    key, Applicant(demo, cycle, cycle_key, number, offset, odd, maker).apply(fate, len(fates))
                )
    twin(demo)
    invitations(demo)


def everybody():
    """(place, person) of all, one from each place in turn, so that neighbours come from different countries."""
    longest = max(len(place[5]) for place in PLACES)
    return [(place, place[5][row]) for row in range(longest) for place in PLACES if row < len(place[5])]


class Applicant:
    """One invented person, from the draft to what became of it."""

    def __init__(self, demo, cycle, cycle_key, number, offset, odd, maker):
        crowd = everybody()
        place, (surname, given, born) = crowd[(number - 1 + offset) % len(crowd)]
        again = (number - 1 + offset) // len(crowd)
        self.demo, self.cycle, self.cycle_key, self.number, self.maker = demo, cycle, cycle_key, number, maker
        self.country, self.city, self.hospital, self.chamber, self.zone, _people = place
        self.born = date(born - again, 1 + (number * 5) % 12, 1 + (number * 7) % 28)
        self.odd = dict(odd)
        self.language = self.odd.pop("language", "en")
        # The crowd is smaller than all calls together: whoever would come twice is somebody else of the family.
        self.surname = self.odd.pop("surname", surname)
        self.given = self.odd.pop(
            "given_names", given if not again else f"{given} {'Maria' if given.endswith('a') else 'Adam'}"
        )
        self.theme, self.proposal = THEMES[number % len(THEMES)]

    # --- When

    def day(self, fates):
        first, last = SPAN[self.cycle_key]
        return first + round((last - first) * (self.number - 1) / max(fates - 1, 1))

    # --- What is answered

    def person(self):
        email = f"{self.cycle_key}{self.number:02d}@experts.example"
        known = User.objects.filter(email=email).first()
        if known:
            return known
        person = User.objects.create_user(
            email=email, password=PASSWORD if self.number == 1 else None, surname=self.surname, given_names=self.given, language=self.language,
            time_zone=self.zone, chinese_name=self.odd.get("chinese_name", ""),
        )  # fmt: skip
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
        return self.demo.remember(f"person.expert.{self.cycle_key}.{self.number:02d}", person)

    def windows(self):
        """Two windows within the visits of the cycle, the later ones of earlier numbers."""
        days = (self.cycle.visit_to - self.cycle.visit_from).days - 30
        first = self.cycle.visit_from + timedelta(days=5 + (self.number * 11) % max(days, 1))
        second = self.cycle.visit_from + timedelta(days=(5 + (self.number * 11) + days // 2) % max(days, 1))
        pairs = [(first, first + timedelta(days=11))]
        if abs((second - first).days) > 13:
            pairs.append((second, second + timedelta(days=9)))
        texts = {}
        for place, (begins, ends) in enumerate(pairs, start=1):
            texts |= {f"window_{place}_from": begins.isoformat(), f"window_{place}_to": ends.isoformat()}
        if self.odd.pop("over_new_year", False):
            year = self.cycle.visit_from.year
            texts |= {"window_1_from": f"{year}-12-20", "window_1_to": f"{year + 1}-01-05"}
        return texts

    def answers(self):
        number = self.number
        specialty = self.odd.pop("specialty", "Thoracic surgery" if number % 3 else "Cardiothoracic surgery")
        texts = {
            "surname": self.surname, "given_names": self.given, "birth_date": self.born.isoformat(),
            "nationality": self.country, "phone": f"+420 601 {100 + number} {200 + number}",
            "affiliation_1_name": self.hospital, "affiliation_1_department": "Thoracic surgery",
            "affiliation_1_city": self.city, "affiliation_1_country": self.country,
            "specialty": str(Specialty.objects.get(name_en=specialty).pk), "specialty_detail": self.theme,
            "post": POSTS[number % len(POSTS)], "post_since": str(2012 + number % 12),
            "qualified_in": str(self.born.year + 33), "registered_with": self.chamber,
            "training": f"Residency in {self.city}; a year abroad; since then {self.theme}.",
            "registration_number": f"{self.country}-{4100 + number}",
            "participation": ("observe", "observe,lecture", "observe,lecture,operate", "lecture")[number % 4],
            "proposal": self.proposal, "place_offered": ("yes", "yes", "perhaps", "no")[number % 4],
        }  # fmt: skip
        if texts["place_offered"] == "yes":
            purpose, months, department, note = RETURNS[number % len(RETURNS)]
            texts |= {"place_purpose": purpose, "place_months": str(months), "places": "1", "place_department": department,
                      "place_note": note}  # fmt: skip
        return texts | self.windows() | self.odd

    # --- What is done

    def apply(self, fate, fates):
        demo, day = self.demo, self.day(fates)
        person = self.person()
        application = begin(
            cycle=self.cycle, by=person, now=demo.at(day - 2, 15, self.number % 60), language=self.language, zone=self.zone,
        )  # fmt: skip
        application = self.write(application, person, self.answers(), fate)
        if fate == "draft":
            if self.number % 2:
                self.attach(application, person, "cv")
            return application
        self.attach(application, person, "cv")
        self.attach(application, person, "registration")
        now = demo.at(day, 9 + self.number % 9, self.number % 60)
        application = submit(application=application, by=person, now=now, wrong=(), consented=True)
        return self.decide(application, person, fate, day)

    def write(self, application, person, texts, fate):
        if fate == "draft" and self.number % 3 == 0:
            texts = {name: text for name, text in texts.items() if not name.startswith("place_")} | {"training": ""}
        for section, form in FORMS.items():
            mine = {name: texts[name] for name in form(application=application, today=None).fields if name in texts}
            changes = take_apart(section, application, mine, today=self.demo.now().date())
            save_answers(application=application, changes=changes, by=person, now=self.demo.now, language=self.language)
        return with_rows(Application.objects.filter(pk=application.pk)).get()

    def attach(self, application, person, kind):
        from portal.files.actions import keep

        who = {
            "name": f"{self.given} {self.surname}".strip(), "surname": self.surname, "post": application.post,
            "hospital": self.hospital, "city": self.city, "qualified_in": str(application.qualified_in),
            "training": application.training or "—", "theme": self.theme, "papers": 6 + self.number,
            "chamber": self.chamber, "registration": f"{self.country}-{4100 + self.number}",
        }  # fmt: skip
        sheet = demo_papers.cv_of if kind == "cv" else demo_papers.registration_of
        kept = keep(upload=sheet(self.maker, who), by=person, purpose=f"applications.{kind}", now=self.demo.now)
        attach_file(application=application, kind=kind, file=kept.file, by=person, now=self.demo.now)

    def decide(self, application, person, fate, day):
        demo = self.demo
        officer = demo.known("person.office" if self.number % 2 else "person.office2") or demo.known("person.office")
        now = demo.at(min(day + 3, 0), 9, self.number % 60)
        if fate == "screened":
            self.find(application, officer, now)
            application = screen(application=application, by=officer, now=now)
            if self.number % 5 == 0:
                add_note(
                    application=application, text="Met at the last forum; asks good questions.", by=officer, now=now
                )
        elif fate == "ineligible":
            outside = any(row.country.code in ("US", "BR", "SG") for row in application.affiliations.all())
            application = screen_out(
                application=application, by=officer, now=now, reason=WHY_OUT if outside else WHY_OUT_AGAIN
            )
        elif fate == "returned":
            return_for_information(
                application=application, sections=["files", "training"], by=officer, now=now,
                words="The proof of registration is older than twelve months. Please send a newer one.",
                due_at=demo.instant(min(day + 3, 0) + 9, 18),
            )  # fmt: skip
            application.refresh_from_db()
        elif fate == "withdrawn":
            application = withdraw(
                application=application, by=person, now=now, reason="I take up a new post this year."
            )
        return application

    def find(self, application, officer, now):
        abroad = any(row.country.code == "SG" for row in application.affiliations.all())
        why = "The sending hospital is in Europe; Singapore is a visiting post." if abroad else ""
        note_findings(
            application=application,
            by=officer,
            now=now,
            europe="yes",
            europe_why=why,
            specialty="yes",
            specialty_why="",
        )


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
