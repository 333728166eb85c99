"""What this slice mails: to reviewers, and to the director where a conflict comes to light after the release."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from exchange.applications.messages import address, reply_to
from portal.access.roles import Role
from portal.mail.outbox import post, register_kind
from portal.people.models import User

MAIL = "exchange/review/mail/"
register_kind("review.assigned", MAIL + "assigned", _("Applications to review"))
register_kind("review.recused_after_release", MAIL + "recused_after_release", _("Conflict declared after the release"))


def assigned(*, reviewer, cycle, count, due, now):
    return post(
        kind="review.assigned",
        to=reviewer,
        now=now,
        about=cycle,
        reply_to=reply_to(cycle),
        context={
            "cycle": cycle,
            "year": cycle.year,
            "count": count,
            "due": due,
            "name": reviewer.named(reviewer.language),
            "officer_name": cycle.officer.named(reviewer.language) if cycle.officer else "",
            "page": address("review_desk", language=reviewer.language),
        },
    )


def recused_after_release(*, review, now):
    """To every director: the decision stands, and they are told."""
    directors = User.objects.filter(
        is_active=True, role_assignments__role=Role.DIRECTOR, role_assignments__until=None
    ).distinct()
    cycle = review.application.cycle
    for director in directors:
        with override(director.language):
            page = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("cycle_meeting", args=[cycle.pk])
        post(
            kind="review.recused_after_release",
            to=director,
            now=now,
            about=review,
            context={
                "reviewer": review.reviewer.named(director.language),
                "number": review.application.number,
                "who": review.application.named(director.language),
                "reason": review.recused_why,
                "page": page,
            },
        )
