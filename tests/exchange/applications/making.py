"""People, a cycle, and applications made by the product's own actions, for the tests of this slice."""

from datetime import date, timedelta

import pytest
from applying import CLOSES, DURING, SHANGHAI, at, everything, give_file, reread


@pytest.fixture
def people(db):
    """Make a person: people("jana@thorax.example", Role.OFFICE, surname="…")."""
    from allauth.account.models import EmailAddress

    from portal.people.groups import make_groups, put_into_groups
    from portal.people.models import RoleAssignment, User

    make_groups()

    def make(email, *roles, verified=True, **names):
        person = User.objects.create_user(email=email, password="a-long-password", **names)
        EmailAddress.objects.create(user=person, email=email, verified=verified, primary=True)
        for role in roles:
            RoleAssignment.objects.create(person=person, role=role, since=DURING)
        put_into_groups(person)
        return User.objects.get(pk=person.pk)

    return make


@pytest.fixture
def officer(people):
    return people("zhou@office.example", "office", surname="Zhou", given_names="Min", chinese_name="周敏")


@pytest.fixture
def director(people):
    return people("shen@office.example", "director", surname="Shen", given_names="Zhiyao", chinese_name="沈之遥")


@pytest.fixture
def expert(people):
    return people("jana@thorax.example", time_zone="Europe/Prague")


@pytest.fixture
def lists(db):
    from exchange.applications.actions.lists import fill_lists

    fill_lists()


@pytest.fixture
def make_cycle(officer, director):
    def make(programme="VE", year=2027, closes_at=CLOSES, opens_at=None):
        from exchange.cycles.actions import open_cycle, plan_cycle
        from exchange.cycles.models import Criterion, Cycle

        cycle = Cycle(
            programme=programme, year=year, opens_at=opens_at or DURING - timedelta(days=30), closes_at=closes_at,
            stop_promotion_at=closes_at + timedelta(days=100), visit_from=date(2027, 6, 1), visit_to=date(2027, 11, 30),
            officer=officer,
        )  # fmt: skip
        before = at(DURING - timedelta(days=31))
        plan_cycle(cycle=cycle, firm=4, reserve=1, by=director, now=before)
        Criterion.objects.create(
            cycle=cycle, order=1, label_en="Standing", label_zh="水平", weight=1, low_en="l", low_zh="低", high_en="h",
            high_zh="高",
        )  # fmt: skip
        return open_cycle(cycle=cycle, by=director, now=at(min(cycle.opens_at, DURING)))

    return make


@pytest.fixture
def cycle(make_cycle):
    return make_cycle()


@pytest.fixture
def answer(lists):
    """Write answers into a draft as the form's pages do: answer(application, by, surname="…")."""
    from exchange.applications.actions.answering import save_answers
    from exchange.applications.forms.opening import take_apart
    from exchange.applications.forms.sections import FORMS

    def write(application, by, now=DURING, **texts):
        for section, form in FORMS.items():
            mine = {
                name: text for name, text in texts.items() if name in form(application=application, today=None).fields
            }
            if mine:
                changes = take_apart(section, application, mine, today=now.astimezone(SHANGHAI).date())
                save_answers(application=application, changes=changes, by=by, now=at(now), language="en")
        return reread(application)

    return write


@pytest.fixture
def draft(cycle, expert):
    """An empty draft of the expert."""
    from exchange.applications.actions.answering import begin

    return begin(cycle=cycle, by=expert, now=at(DURING), zone="Europe/Prague")


@pytest.fixture
def full_draft(draft, expert, answer):
    """A draft that lacks nothing."""
    draft = answer(draft, expert, **everything())
    give_file(draft, "cv", expert)
    give_file(draft, "registration", expert, name="register.pdf")
    return draft


@pytest.fixture
def make_submitted(cycle, people, answer):
    """Further people's submitted applications: make_submitted(3, surname="Novák")."""
    from exchange.applications.actions.answering import begin
    from exchange.applications.actions.submitting import submit

    def make(number, now=DURING, **changes):
        person = people(f"expert{number}@thorax.example", time_zone="Europe/Prague")
        application = begin(cycle=cycle, by=person, now=at(now))
        application = answer(application, person, now=now, **everything(**changes))
        give_file(application, "cv", person)
        give_file(application, "registration", person, name="register.pdf")
        return submit(application=application, by=person, now=at(now), wrong=(), consented=True)

    return make


@pytest.fixture
def submitted(full_draft, expert):
    from exchange.applications.actions.submitting import submit

    return submit(application=full_draft, by=expert, now=at(DURING), wrong=(), consented=True)


@pytest.fixture
def clock(monkeypatch):
    """Set what the system's clock says to views: clock(instant). It stands at DURING to begin with."""

    def stand(instant):
        monkeypatch.setattr("django.utils.timezone.now", lambda: instant)

    stand(DURING)
    return stand
