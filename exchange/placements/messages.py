"""What a young doctor reads about their placement."""

from django.utils.translation import gettext_lazy as _

from portal.mail.outbox import post, register_kind

register_kind("placements.asked", "exchange/placements/mail/asked", _("A place was asked for"))
register_kind("placements.moved", "exchange/placements/mail/moved", _("A placement went on"))


def asked(*, placement, now):
    return post(kind="placements.asked", to=placement.person, now=now, about=placement, context=words(placement))


def moved(*, placement, now):
    return post(kind="placements.moved", to=placement.person, now=now, about=placement, context=words(placement))


def words(placement):
    language = placement.person.language
    partner = placement.opportunity.partner
    return {
        "placement": {
            "title": placement.opportunity.title(language),
            "partner": partner.named(language),
            "city": partner.city(language),
            "state": placement.state,
            "first_day": placement.first_day,
            "last_day": placement.last_day,
            "answer_due": placement.answer_due,
        }
    }
