"""What people do about translations, and what follows when a page is published."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.models import Page
from wagtail_localize.models import Translation

from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import Refusal

from .models import TranslationLevel
from .queries import newer_pages, side_of, untranslated, with_standing
from .rules import level_after

SETTLED = "portal.translation.settle"
HANDED_OVER = "portal.translation.hand_over"
register_act(SETTLED, _("found to say the same as the other language"))
register_act(HANDED_OVER, _("translation handed to the publishers"))


def note_publication(page):
    """Write down what the publication of a page says about its pair (rules.level_after). Called for every one."""
    family = list(with_standing(Page.objects.filter(translation_key=page.translation_key)))
    published = next((side_of(row) for row in family if row.pk == page.pk and row.live), None)
    if published is None:
        return
    others = [side_of(row) for row in family if row.pk != page.pk and row.live]
    at = level_after(published, others, family[0].level_at)
    if at is not None:
        TranslationLevel.objects.update_or_create(translation_key=page.translation_key, defaults={"at": at, "by": None})


@transaction.atomic
def settle(*, page, by, now, reason=""):
    """Say that a page which is out of date needs no change, since what changed does not concern it.

    Raises Refusal where it is not out of date. Returns the page that was newer.
    """
    require(by, "settle", TranslationLevel)
    at = now()
    family = with_standing(Page.objects.filter(translation_key=page.translation_key))
    newer = newer_pages(family).get(page.pk)
    if newer is None:
        raise Refusal(_("This page is up to date already."))
    TranslationLevel.objects.update_or_create(translation_key=page.translation_key, defaults={"at": at, "by": by})
    record(page, SETTLED, by=by, at=at, why=reason, newer=newer.pk)
    return newer


@transaction.atomic
def hand_over(*, page, by, now):
    """Save what was translated as a draft of the page, and ask the publishers for their approval.

    Raises Refusal: the page is not translated in the translation editor, or pieces of it are not translated yet.
    """
    require(by, "hand over", TranslationLevel)
    at = now()
    translation = translation_of(page)
    if translation is None:
        raise Refusal(_("This page is not translated in the translation editor. Submit it there."))
    waiting = untranslated(translation.source_id, translation.target_locale_id).count()
    if waiting:
        words = ngettext_lazy(
            "%(count)s piece is not translated yet.", "%(count)s pieces are not translated yet.", "count"
        )
        raise Refusal(words % {"count": waiting})
    translation.save_target(user=by, publish=False)
    page.refresh_from_db()
    page = page.specific
    running = page.current_workflow_state
    if running is not None:
        running.cancel(user=by)
    workflow = page.get_workflow()
    if workflow is None:
        raise Refusal(_("No workflow leads from this page to a publisher."))
    workflow.start(page, by)
    record(page, HANDED_OVER, by=by, at=at)
    return page


def translation_of(page):
    """The Translation that makes a page in the translation editor, or None."""
    followed = Translation.objects.filter(
        enabled=True, source__object_id=page.translation_key, target_locale_id=page.locale_id
    )
    return followed.select_related("source", "target_locale").first()
