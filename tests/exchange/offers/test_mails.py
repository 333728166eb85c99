"""Every mail of offers and reviews reads well in both languages: no mark left over, no English in Chinese."""

from datetime import timedelta

import pytest
import seasons
from django.conf import settings
from django.utils import translation

from exchange.cycles.states import CycleState
from exchange.journey.release import release
from exchange.offers import messages
from exchange.offers.models import Offer
from exchange.offers.states import Because, OfferState
from exchange.review.actions.deciding import decide
from exchange.review.messages import assigned
from exchange.review.states import Outcome
from harness.language import english_in
from portal.mail.models import OutboxMessage
from portal.mail.outbox import all_kinds

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "zh-hans"]


def every_mail(language):
    """One of each kind to a reader of this language."""
    now = seasons.MONDAY
    cycle = seasons.a_cycle(CycleState.RUNNING, officer=seasons.officer())
    reader = seasons.person(language=language, preferred_name="Jana Dvořáková")
    entry = seasons.waiting(cycle, 2, by=reader)
    offer = seasons.an_offer(cycle, 3, entry=entry, state=OfferState.OPEN)
    offer = Offer.objects.select_related("seat__cycle__officer", "application__person", "entry").get(pk=offer.pk)
    yield messages.offer_made(offer, now=now)
    offer.entry_id, offer.entry = None, None
    yield messages.offer_made(offer, now=now)
    offer.entry = entry
    yield messages.offer_reminder(offer, days=3, now=now)
    yield messages.offer_extended(offer, now=now)
    for write in (messages.offer_accepted, messages.offer_declined, messages.seat_given_back, messages.offer_expired):
        yield write(offer, now=now)
    for because in (Because.HOSPITAL, Because.MISTAKE):
        offer.because = because
        yield messages.offer_rescinded(offer, reason="因故" if language != "en" else "A reason", now=now)
    yield messages.waitlisted(entry, now=now)
    yield messages.list_closed(entry, now=now)
    yield messages.list_open(entry, now=now)
    yield messages.amended(entry, reason="因故" if language != "en" else "A reason", now=now)
    yield assigned(reviewer=reader, cycle=cycle, count=3, due=now + timedelta(days=9), now=now)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_mail_reads_well(language):
    mails = list(every_mail(language))
    for mail in mails:
        for text in (mail.subject, mail.text, mail.html):
            assert "{{" not in text
            assert "{%" not in text
            assert "⟦" not in text
        assert "Jana Dvořáková" in mail.text or mail.kind in ("offers.reminder", "offers.extended"), mail.kind
        if language != "en":
            assert english_in(mail.text, ["Jana Dvořáková"]) == [], mail.kind
    kinds = {mail.kind for mail in mails}
    known = {kind for kind in all_kinds() if kind.startswith("offers.")}
    assert known - kinds == {"offers.not_selected", "offers.office_told"}, (
        "those two are sent by the release and to staff"
    )
    assert OutboxMessage.objects.filter(kind="offers.office_told").count() == 4


def test_an_answer_goes_to_the_person_to_ask_and_the_clock_is_read_in_two_cities():
    mail = next(every_mail("en"))
    assert "周敏" in mail.reply_to or "@" in mail.reply_to
    assert "in Shanghai, which is" in mail.text
    assert "Prague" in mail.html


def test_nobody_not_selected_is_left_without_the_numbers():
    director, now = seasons.director(), seasons.Clock()
    cycle = seasons.a_cycle(CycleState.DECIDING, firm=1)
    chosen, other = seasons.an_application(cycle), seasons.an_application(cycle)
    decide(application=chosen, outcome=Outcome.SELECT, by=director, now=now)
    decide(
        application=other,
        outcome=Outcome.NOT_SELECTED,
        by=director,
        now=now,
        words="Strong; others were nearer to our need.",
    )
    release(cycle=cycle, by=director, now=now)
    text = OutboxMessage.objects.get(kind="offers.not_selected").text
    assert "2 people applied for 1 seat." in text
    assert "Strong; others were nearer to our need." in text


def test_the_language_of_the_office_is_its_readers():
    season = seasons.a_season(firm=1, held=1, list_=0)
    from exchange.journey.acceptance import decline_offer

    with translation.override("en"):
        decline_offer(offer=season.offers[0], by=season.offers[0].application.person, now=seasons.Clock())
    mail = OutboxMessage.objects.get(kind="offers.office_told")
    assert "名额" in mail.text


def test_without_a_person_to_ask_the_office_is_told_at_its_mailbox():
    season = seasons.a_season(firm=1, held=1, list_=0)
    from exchange.journey.acceptance import decline_offer

    cycle = season.offers[0].seat.cycle
    cycle.officer = None
    cycle.save(update_fields=["officer"])
    offer = Offer.objects.get(pk=season.offers[0].pk)
    decline_offer(offer=offer, by=offer.application.person, now=seasons.Clock())
    mail = OutboxMessage.objects.get(kind="offers.office_told")
    assert (mail.person, mail.address) == (None, settings.MAIL_REPLY_TO)
