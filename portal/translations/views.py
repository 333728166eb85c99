"""The report of what is out of date, and the two acts on a translation that the translation editor does not know."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from wagtail.admin import messages
from wagtail.models import Page

from portal.access.permissions import require
from portal.office.acting import ActionView
from portal.office.heading import heading
from portal.office.refusing import refuses_openly

from . import actions
from .models import TranslationLevel
from .queries import standing_of, survey

PER_PAGE = 50
# The word in the address, and the attribute of the Survey.
LISTS = {
    "out-of-date": ("out_of_date", _("Out of date")),
    "without": ("alone", _("Without a translation")),
    "astray": ("astray", _("In different places")),
}


@require_GET
@refuses_openly
def report(request):
    """Which pages are out of date, which have no translation, and which pairs stand in different places."""
    require(request.user, "list", TranslationLevel)
    chosen = request.GET.get("list", "out-of-date")
    if chosen not in LISTS:
        raise Http404
    found = survey()
    lists = [
        (f"{label} ({len(getattr(found, name))})", f"?list={key}", key == chosen)
        for key, (name, label) in LISTS.items()
    ]
    listed = Paginator(getattr(found, LISTS[chosen][0]), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "chosen": chosen,
        "lists": lists,
        "listed": listed,
        **heading(gettext("Translations out of date"), "site"),
    }
    return render(request, "portal/translations/report.html", context)


class PageAct(ActionView):
    """An act on the translation of one page, which the person must be allowed to edit."""

    model = TranslationLevel
    template_name = "portal/office/action.html"

    def get_object(self):
        page = get_object_or_404(Page.objects.select_related("locale"), pk=self.kwargs["pk"], depth__gte=2)
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        level = TranslationLevel(translation_key=page.translation_key)
        level.page = page.specific
        return level

    def get_success_url(self, obj, result):
        return reverse("wagtailadmin_pages:edit", args=[obj.page.pk])

    def frame(self, obj):
        way = (obj.page.get_admin_display_title(), self.get_back_url(obj))
        return heading(self.title, "site", way)

    def say_done(self, text):
        messages.success(self.request, text)


class SettleView(PageAct):
    """Nothing needs to change on a page that is out of date."""

    act = "settle"
    title = _("Nothing needs to change")
    label = _("It says the same")
    question = _(
        "The page of the other language was changed, and this one need not follow: a slip of the pen was mended, say. The "
        "page counts as up to date from now on."
    )
    asks_reason = "if you like"

    def get_facts(self, obj):
        row = standing_of(obj.page)
        if row is None:
            return []
        newer = reverse("wagtailadmin_pages:edit", args=[row.newer.pk])
        return [{"label": gettext("The newer page"), "value": row.newer.title, "url": newer}]

    def perform(self, obj, data):
        return actions.settle(page=obj.page, by=self.request.user, now=self.now, reason=data["reason"])


class HandOverView(PageAct):
    """A translation goes to the publishers."""

    act = "hand over"
    title = _("Hand the translation to the publishers")
    label = _("Hand it over")
    question = _(
        "What you translated is saved as a draft of the page, and the publishers are asked to approve it. Pieces that are "
        "not translated yet must be translated first."
    )
    done_message = _("The publishers have been asked to approve the translation.")
    asks_reason = False

    def perform(self, obj, data):
        return actions.hand_over(page=obj.page, by=self.request.user, now=self.now)
