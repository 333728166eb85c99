"""Who may sign in to see an application, and one address of every kind of page of this slice."""

from datetime import timedelta

from django.urls import reverse

from portal.access import links
from portal.clock.system import system_now
from portal.operations.models import DemoRow
from portal.people.demo import PASSWORD

from .actions.inviting import PURPOSE
from .models import Application, InvitationToApply


def made(key):
    row = DemoRow.objects.filter(key=key).first()
    return row.obj if row else None


def people():
    application = made("application.next.01")
    if application is None:
        return []
    person = application.person
    start = reverse("my_application", args=[application.pk])
    return [
        {"role": "applicant", "name": person.named("en"), "email": person.email, "password": PASSWORD,
         "language": person.language, "start": start}
    ]  # fmt: skip


def pages():
    application = made("application.next.01")
    if application is None:
        return {}
    code, one = application.cycle.code, [application.pk]
    found = {
        "apply_start": reverse("apply_start", args=[code]),
        "my_applications": reverse("my_applications"),
        "my_application": reverse("my_application", args=one),
        "my_application_sent": reverse("my_application_sent", args=one),
        "my_application_withdraw": reverse("my_application_withdraw", args=one),
        "office_screening": reverse("screening"),
        "office_application": reverse("screening_one", args=one),
        "office_application_return": reverse("applications:return", args=one),
        "office_applications": reverse("applications:index"),
        "office_invitations": reverse("invitations:index"),
    }
    draft = Application.objects.filter(cycle=application.cycle, state="draft").order_by("pk").first()
    paper = application.papers.first()
    if paper:
        found["private_file"] = reverse("private_file", args=[paper.file_id])
    invitation = InvitationToApply.objects.filter(state="sent").first()
    if invitation:
        token = links.issue(
            purpose=PURPOSE, person=invitation.person, about=invitation, now=system_now(), lasts=timedelta(days=7)
        )
        found["link_invited"] = reverse("apply_invited", args=[token])
    return found if draft is None else found | {"office_draft": reverse("screening_one", args=[draft.pk])}
