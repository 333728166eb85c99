from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.access.limits import place_of
from portal.clock.system import system_now
from portal.pages.open_forms import surroundings

from .actions import TooManyMessages, write
from .forms import ContactForm


@never_cache
@require_http_methods(["GET", "POST"])
def contact(request):
    """The form. Whatever is wrong, what was typed stays."""
    form = ContactForm(request.POST if request.method == "POST" else None, now=request.now)
    status = 200
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            write(
                name=said["name"],
                address=said["email"],
                subject=said["subject"],
                text=said["message"],
                language=get_language(),
                place=place_of(request),
                now=system_now,
            )
            return HttpResponseRedirect(reverse("contact_sent"))
        except TooManyMessages as refusal:
            form.add_error(refusal.field, refusal.message)
            status = 429
    return render(request, "portal/contact/write.html", {"form": form, **around(_("Write to us"))}, status=status)


@never_cache
@require_safe
def sent(request):
    """Says that it arrived, and repeats nothing of it."""
    return render(request, "portal/contact/sent.html", around(_("Your message is with us")))


def around(here):
    return {**surroundings(here, "contact", _("Contact")), "office_address": settings.MAIL_REPLY_TO}
