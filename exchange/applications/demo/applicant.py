"""One invented person who applies, from the draft to what became of it: the actions themselves, each on its own day."""

from datetime import date, timedelta

from allauth.account.models import EmailAddress
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.files.actions import keep
from portal.people.demo import may_sign_in
from portal.people.models import User

from ..actions.answering import begin, save_answers
from ..actions.entering import ask_to_confirm, enter
from ..actions.filing import attach_file
from ..actions.returning import return_for_information
from ..actions.screening import add_note, note_findings, screen, screen_out
from ..actions.submitting import submit
from ..actions.withdrawing import withdraw
from ..demo_people import PLACES, POSTS, RETURNS, THEMES
from ..forms.opening import Changes, take_apart
from ..forms.sections import FORMS
from ..models import Application, Specialty
from ..queries.answers import with_rows

WHY_OUT = "The call is for people who work in a European country. The hospital that you named is in another one."
WHY_OUT_AGAIN = "The papers do not show that you are registered to practise at present."


def everybody():
    """(place, person) of all, one from each place in turn, so that neighbours come from different countries."""
    longest = max(len(place[5]) for place in PLACES)
    return [(place, place[5][row]) for row in range(longest) for place in PLACES if row < len(place[5])]


class Applicant:
    """One invented person, from the draft to what became of it."""

    def __init__(self, demo, cycle, cycle_key, number, *, offset, papers, odd=()):
        """cycle_key: what the demo calls the cycle, and how the person's address begins. offset: where in the crowd."""
        crowd = everybody()
        place, (surname, given, born) = crowd[(number - 1 + offset) % len(crowd)]
        again = (number - 1 + offset) // len(crowd)
        self.demo, self.cycle, self.cycle_key, self.number, self.papers = demo, cycle, cycle_key, number, papers
        self.offset = offset
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

    # --- What is answered

    def person(self):
        email = f"{self.cycle_key}{self.number:02d}@experts.example"
        known = User.objects.filter(email=email).first()
        if known:
            return known
        person = User.objects.create_user(
            email=email, surname=self.surname, given_names=self.given, language=self.language, time_zone=self.zone,
            chinese_name=self.odd.get("chinese_name", ""),
        )  # fmt: skip
        if self.number == 1:
            may_sign_in(person)
        else:
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
            "nationality": self.country, "phone": f"+420 601 {100 + number} {200 + self.offset + number}",
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

    def apply(self, fate, day):
        """day: days from today on which it is submitted; begun two days before, screened three days later."""
        demo, person = self.demo, self.person()
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

    def be_entered(self, day):
        """Somebody who wrote by mail: the office enters it all, and asks them to confirm it by a link."""
        demo, officer = self.demo, self.demo.known("person.office")
        names = {"surname": self.surname, "given_names": self.given, "time_zone": self.zone}
        application = enter(
            cycle=self.cycle, email=f"{self.cycle_key}{self.number:02d}@experts.example", by=officer, now=demo.at(day, 10),
            language=self.language, **names,
        )  # fmt: skip
        demo.remember(f"person.expert.{self.cycle_key}.{self.number:02d}", application.person)
        application = self.write(application, officer, self.answers(), "entered")
        self.attach(application, officer, "cv")
        self.attach(application, officer, "registration")
        ask_to_confirm(application=application, by=officer, now=demo.at(day, 11), wrong=())
        return application

    def write(self, application, by, texts, fate):
        """All sections at once, each cleaned by its own form."""
        if fate == "draft" and self.number % 3 == 0:
            texts = {name: text for name, text in texts.items() if not name.startswith("place_")} | {"training": ""}
        whole, today = Changes(texts={}), self.demo.now().date()
        for section in FORMS:
            changes = take_apart(section, application, texts, today=today)
            whole.texts |= changes.texts
            whole.values |= changes.values
            whole.typed |= changes.typed
        save_answers(application=application, changes=whole, by=by, now=self.demo.now, language=self.language)
        return with_rows(Application.objects.filter(pk=application.pk)).get()

    def attach(self, application, by, kind):
        sheet = self.papers.cv(self.number) if kind == "cv" else self.papers.registration(self.number)
        upload = SimpleUploadedFile(f"{kind} {self.surname}.pdf", sheet, content_type="application/pdf")
        kept = keep(upload=upload, by=by, purpose=f"applications.{kind}", now=self.demo.now)
        attach_file(application=application, kind=kind, file=kept.file, by=by, now=self.demo.now)

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
