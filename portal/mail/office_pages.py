"""One mail in the office, and its HTML in a frame that can do nothing."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from portal.access.permissions import get_visible_or_404
from portal.lifecycle.audit import history
from portal.office.refusing import refuses_openly
from portal.office.views import OfficeInspectView

from .models import OutboxMessage
from .outbox import all_kinds

# The frame shows what was sent, and can neither run, load nor send anything.
FRAME_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def kind_label(message):
    """What sort of mail it is, in words; the bare name for a kind that nobody registered."""
    known = all_kinds().get(message.kind)
    return str(known.label) if known else message.kind


class MailView(OfficeInspectView):
    template_name = "portal/mail/office_mail.html"

    def get_page_subtitle(self):
        """Not its subject, which is in the language of whom it is for."""
        return kind_label(self.object)

    def get_fields_context(self):
        mail = self.object
        again = mail.caused_by
        return [
            {"label": pgettext_lazy("mail", "To"), "value": mail.address},
            {"label": _("Person"), "value": mail.person.named(get_language()) if mail.person else ""},
            {"label": _("Subject"), "value": mail.shown_subject},
            {"label": _("State"), "value": mail.get_state_display()},
            {"label": _("Kind"), "value": kind_label(mail)},
            {"label": _("Language"), "value": dict(settings.LANGUAGES).get(mail.language, mail.language)},
            {"label": _("From"), "value": mail.sender},
            {"label": _("Answers go to"), "value": mail.reply_to},
            {"label": _("Attempts"), "value": mail.attempts},
            {"label": _("Problem"), "value": mail.problem or gettext("none")},
            {"label": _("Message-ID"), "value": mail.message_id},
            *([{"label": _("Written again for"), "value": linked(again)}] if again else []),
        ]

    def get_context_data(self, **kwargs):
        again = self.object.again.order_by("pk")
        return super().get_context_data(again=again, lines=history(self.object)[:10], **kwargs)


def linked(mail):
    return format_html('<a href="{}">{}</a>', reverse("mails:inspect", args=[mail.pk]), mail.shown_subject)


@require_GET
@refuses_openly
def mail_html(request, pk):
    """The HTML part with its secrets as dots, for the frame."""
    mail = get_visible_or_404(request.user, OutboxMessage, pk=pk)
    response = HttpResponse(mail.shown_html)
    response["Content-Security-Policy"] = FRAME_POLICY
    return response
