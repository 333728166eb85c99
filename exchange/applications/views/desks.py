"""At which desk somebody writes: their own (by account or by the browser's cookie), or the office's for somebody else."""

import hashlib
import secrets
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language, override

from exchange.cycles.models import Cycle
from exchange.cycles.states import CycleState
from portal.access.permissions import get_visible_or_404, require

from ..access import Browser
from ..actions.answering import live_of
from ..models import Application
from ..queries.answers import with_rows

COOKIE_LASTS = 120 * 24 * 3600
SHANGHAI = ZoneInfo("Asia/Shanghai")


def cycle_of(code):
    """The cycle of a code, if it is one that people may know of."""
    programme, _dash, year = code.partition("-")
    cycle = Cycle.objects.select_related("officer").filter(programme=programme, year=int(year)).first()
    if cycle is None or cycle.state in (CycleState.DRAFT, CycleState.CANCELLED):
        raise Http404
    return cycle


def today_of(at):
    """The date in Shanghai at an instant."""
    return at.astimezone(SHANGHAI).date()


def cookie_name(language):
    """One cookie a language, since the pages of the form lie under two paths and a cookie knows one."""
    return f"draft_{'zh' if language.startswith('zh') else 'en'}"


def browser_of(request):
    """The Browser whose cookie this is, or None."""
    token = request.COOKIES.get(cookie_name(get_language()), "")
    return Browser(hashlib.sha256(token.encode()).hexdigest()) if token else None


def new_token():
    return secrets.token_urlsafe(32)


def browser_with(token):
    return Browser(hashlib.sha256(token.encode()).hexdigest())


def give_cookie(request, response, token):
    """Let this browser come back to its draft, from the form's pages in both languages and from nowhere else."""
    for language, _label in settings.LANGUAGES:
        response.set_cookie(
            cookie_name(language), token, max_age=COOKIE_LASTS, path=form_path(language), httponly=True, samesite="Lax",
            secure=request.is_secure(),
        )  # fmt: skip
    return response


def take_cookie(response):
    for language, _label in settings.LANGUAGES:
        response.delete_cookie(cookie_name(language), path=form_path(language), samesite="Lax")
    return response


def form_path(language):
    """ "/en/apply/" """
    with override(language):
        return reverse("apply_start", args=["VE-2000"]).removesuffix("VE-2000/")


@dataclass
class Desk:
    """Who writes (a User or a Browser), in which application, and the addresses of its pages."""

    by: object
    application: Application
    cycle: Cycle

    entered = False

    @property
    def joined(self):
        return self.application.person_id is not None

    def section(self, name):
        return reverse("apply_section", args=[self.cycle.code, name])

    def save(self, name):
        return reverse("apply_save", args=[self.cycle.code, name])

    def upload(self, kind):
        return reverse("apply_upload", args=[self.cycle.code, kind])

    @property
    def check(self):
        return reverse("apply_check", args=[self.cycle.code])


class EnteredDesk(Desk):
    """Office staff write for somebody who wrote by mail."""

    entered = True

    def section(self, name):
        return reverse("entered_section", args=[self.application.pk, name])

    def save(self, name):
        return reverse("entered_save", args=[self.application.pk, name])

    def upload(self, kind):
        return reverse("entered_upload", args=[self.application.pk, kind])

    @property
    def check(self):
        return reverse("entered_check", args=[self.application.pk])


def own_desk(request, code):
    """The desk of whoever asks, or None where they have no draft here (or are no longer signed in)."""
    cycle = cycle_of(code)
    by = request.user if request.user.is_authenticated else browser_of(request)
    application = live_of(by, cycle) if by is not None else None
    return Desk(by, application, cycle) if application is not None else None


def entered_desk(request, pk):
    application = get_visible_or_404(request.user, Application, pk=pk)
    require(request.user, "change answers", application)
    application = with_rows(Application.objects.filter(pk=pk)).get()
    return EnteredDesk(request.user, application, application.cycle)
