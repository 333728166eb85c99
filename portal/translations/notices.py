"""What the editor of a page is told above it: that the other language is newer, and how a translation gets on the site."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Revision

from portal.access.permissions import may
from portal.clock.instants import short_here

from .actions import translation_of
from .models import TranslationLevel
from .queries import standing_of


def tell(request, page):
    """Put the notices of one page above its editor."""
    if not may(request.user, "list", TranslationLevel):
        return
    row = standing_of(page)
    if row is not None:
        messages.warning(request, words(row), buttons=ways_on(row))
    tell_who_publishes(request, page)


def words(row):
    """Which page is newer, since when and by whom; and what publishing this one says."""
    newer = row.newer
    who = row.changed_by.named(get_language()) if row.changed_by else _("the system")
    told = _("The %(language)s page “%(title)s” is newer: it was changed on %(when)s by %(who)s.") % {
        "language": newer.locale.get_display_name(),
        "title": newer.title,
        "when": short_here(row.changed_at, get_language()),
        "who": who,
    }
    if row.page.follows_locale is None:
        return f"{told} {_('Once you publish this page, it counts as up to date.')}"
    return f"{told} {_('Take the changes over, translate them and publish.')}"


def ways_on(row):
    page, newer = row.page, row.newer
    buttons = []
    if page.follows_locale is not None:
        translation = translation_of(page)
        update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
        back = reverse("wagtailadmin_pages:edit", args=[page.pk])
        if newer.last_published_at > translation.source.last_updated_at:
            buttons.append(messages.button(f"{update}?next={back}", _("Take the changes over")))
    before = Revision.page_revisions.filter(
        object_id=str(newer.pk), created_at__lte=page.taken_at or page.last_published_at
    )
    seen = before.order_by("-created_at").values_list("pk", flat=True).first() or "earliest"
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[newer.pk, seen, "live"])
    settle = reverse("translation_settle", args=[page.pk])
    buttons.append(messages.button(compare, _("See what changed"), new_window=True))
    buttons.append(messages.button(settle, _("Nothing needs to change")))
    return buttons


def tell_who_publishes(request, page):
    """The translation editor has no way to a publisher of its own."""
    if page.permissions_for_user(request.user).can_publish() or translation_of(page) is None:
        return
    if page.workflow_in_progress:
        messages.info(request, _("This translation waits for the publishers’ approval."))
        return
    hand_over = reverse("translation_hand_over", args=[page.pk])
    messages.info(
        request,
        _("A publisher puts the translation on the site. Hand it over when every piece is translated."),
        buttons=[messages.button(hand_over, _("Hand it to the publishers"))],
    )
