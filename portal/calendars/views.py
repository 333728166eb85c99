from datetime import timedelta

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_POST, require_safe

from portal.access.permissions import get_visible_or_404
from portal.clock.system import system_now

from .actions import feeds_of, renew
from .feeds import kind_named
from .ics import calendar_bytes
from .models import CalendarFeed
from .serving import calendar_response

READ_IS_NOTED_EVERY = timedelta(hours=1)


@require_safe
def feed(request, token):
    """One feed by its address. What its owner may no longer read is an empty calendar, not an error."""
    row = CalendarFeed.objects.select_related("person").filter(token=token).first()
    if row is None:
        raise Http404
    now, person = system_now(), row.person
    kind = kind_named(row.kind)
    entries = kind.entries(person, person.language, now) if kind and person.is_active and kind.fits(person) else []
    if row.last_read_at is None or now - row.last_read_at > READ_IS_NOTED_EVERY:
        CalendarFeed.objects.filter(pk=row.pk).update(last_read_at=now)
    with override(person.language):
        name = str(kind.label) if kind else ""
    body = calendar_bytes(entries, name=name, language=person.language, today=row.made_at.date())
    return calendar_response(request, body, filename=f"{row.kind}.ics")


@require_GET
@login_required
def my_calendars(request):
    """The person's feed addresses, readable by them alone, and a button that renews each."""
    feeds = [
        {
            "kind": kind,
            "feed": row,
            "address": request.build_absolute_uri(reverse("calendar_feed", args=[row.token])),
        }
        for kind, row in feeds_of(person=request.user, now=system_now)
    ]
    return render(request, "portal/calendars/my_calendars.html", {"feeds": feeds})


@require_POST
@login_required
def renew_feed(request, pk):
    row = get_visible_or_404(request.user, CalendarFeed, pk=pk)
    renew(feed=row, by=request.user, now=system_now)
    notices.success(request, _("The address is new. Calendars that hold the old one no longer follow it."))
    return redirect("my_calendars")
