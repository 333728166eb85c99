"""Who may sign in to see an application, and one address of every kind of page of this slice."""

from datetime import timedelta

from django.urls import reverse

from portal.access import links
from portal.clock.system import system_now
from portal.operations.models import DemoRow
from portal.people.demo_tour import sign_in_line

from .actions import entering
from .actions.inviting import PURPOSE
from .demo import ASKED, WRITING
from .models import Application, InvitationToApply
from .states import SENT_OR_OPENED

SHOWN = {"applicant": "01", "writing": WRITING, "asked": ASKED}


def made(key):
    row = DemoRow.objects.filter(key=key).first()
    return row.obj if row else None


def people():
    """One who has applied, one who is still writing, and one who was asked for more."""
    found = {role: made(f"application.next.{number}") for role, number in SHOWN.items()}
    return [
        sign_in_line(application.person, role) | {"start": reverse("my_application", args=[application.pk])}
        for role, application in found.items()
        if application
    ]


def fresh_link(purpose, person, about):
    return links.issue(purpose=purpose, person=person, about=about, now=system_now(), lasts=timedelta(days=7))


def pages():
    application = made("application.next.01")
    if application is None:
        return {}
    code, one = application.cycle.code, [application.pk]
    found = {
        "apply_start": reverse("apply_start", args=[code]),
        "apply_section": reverse("apply_section", args=[code, "proposal"]),
        "apply_check": reverse("apply_check", args=[code]),
        "my_applications": reverse("my_applications"),
        "my_application": reverse("my_application", args=one),
        "my_application_sent": reverse("my_application_sent", args=one),
        "my_application_withdraw": reverse("my_application_withdraw", args=one),
        "office_screening": reverse("screening"),
        "office_application": reverse("screening_one", args=one),
        "office_application_return": reverse("applications:return", args=one),
        "office_applications": reverse("applications:index"),
        "office_european_countries": reverse("european-countries:index"),
        "office_specialties": reverse("specialties:index"),
        "office_ready_reasons": reverse("ready-reasons:index"),
        "office_application_enter": reverse("applications:enter"),
        "office_invitations": reverse("invitations:index"),
        "office_invite": reverse("invitations:invite"),
    }
    asked = made(f"application.next.{ASKED}")
    if asked:
        found["my_application_information"] = reverse("my_application_information", args=[asked.pk])
    draft = Application.objects.filter(cycle=application.cycle, state="draft", entered_by=None).order_by("pk").first()
    entered = Application.objects.filter(state="draft", entered_by__isnull=False).order_by("pk").first()
    if entered:
        found["office_entered"] = reverse("entered_section", args=[entered.pk, "you"])
        found["office_entered_check"] = reverse("entered_check", args=[entered.pk])
        found["link_confirm"] = reverse("apply_confirm", args=[fresh_link(entering.PURPOSE, entered.person, entered)])
    paper = application.papers.first()
    if paper:
        found["private_file"] = reverse("private_file", args=[paper.file_id])
        found["private_file_page"] = reverse("private_file_page", args=[paper.file_id, 1, 800])
    invitation = InvitationToApply.objects.filter(cycle=application.cycle, state__in=SENT_OR_OPENED).first()
    if invitation:
        token = fresh_link(PURPOSE, invitation.person, invitation)
        found["link_invited"] = reverse("apply_invited", args=[token])
    return found if draft is None else found | {"office_draft": reverse("screening_one", args=[draft.pk])}
