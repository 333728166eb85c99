"""Demo mails are born held. A few are let go, as the office would, so that every end of a mail can be seen."""

from django.contrib.contenttypes.models import ContentType

from exchange.cycles.models import Cycle
from portal.mail.actions import act_on
from portal.mail.models import OutboxMessage
from portal.mail.states import MailState
from portal.mail.tasks import deliver_mail


def load(demo):
    if demo.known("mails"):
        return
    office, invitation = demo.known("person.office"), demo.known("invitation.1")
    received = [about(demo.known(f"application.next.{number}")) for number in ("01", "02")]
    let_go(demo, received[0], office)
    deliver_mail.call(received[0].pk)
    # The invitation's mail came back: it stands on the worklist.
    came_back = about(invitation)
    let_go(demo, came_back, office)
    deliver_mail.call(came_back.pk)
    act_on(message=fresh(came_back), act="bounce", by=office, now=demo.back_to_the_present())
    let_go(demo, received[1], office)
    act_on(message=fresh(received[1]), act="recall", by=office, now=demo.back_to_the_present())
    # One of the release of this very moment: it leaves when its quarter of an hour is over.
    of_the_release = OutboxMessage.objects.filter(kind__startswith="offers.", not_before__gt=demo.real_instant)
    waits = of_the_release.filter(state=MailState.HELD).order_by("pk").first()
    if waits is not None:
        let_go(demo, waits, office)
    demo.remember("mails", Cycle.objects.get(pk=demo.known("cycle.next").pk))


def about(row):
    """The first mail about a row; its person may have others, of a demo that was before."""
    kind = ContentType.objects.get_for_model(row)
    return OutboxMessage.objects.filter(about_type=kind, about_id=str(row.pk)).order_by("pk").first()


def fresh(mail):
    return OutboxMessage.objects.get(pk=mail.pk)


def let_go(demo, mail, by):
    act_on(message=mail, act="let_go", by=by, now=demo.back_to_the_present())
