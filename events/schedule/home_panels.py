"""The forum on the home page: the edition that comes next, or the one that was held last."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.editions.queries import current_edition
from portal.clock import instants
from portal.clock.cities import OFFICE_ZONE
from portal.pages.home_panels import register_panel
from portal.pages.keeping.watching import good_for

from .queries.pages import edition_page
from .queries.releases import newest_release, public_schedule


def forum_panel(request, language):
    """(template, context), or None where no edition is public or has a page in this language."""
    good_for(60)
    today = request.now.astimezone(ZoneInfo(OFFICE_ZONE)).date()
    edition = current_edition(today)
    page = edition_page(edition, language) if edition else None
    if page is None:
        return None
    schedule = public_schedule(edition, newest_release(edition), language)
    return "events/schedule/home_panel.html", {
        "edition": edition,
        "edition_page": page,
        "dates": instants.span_of_days(edition.starts_on, edition.ends_on, language),
        "venue": edition.venue(language),
        "days_left": _days_left((edition.starts_on - today).days),
        "sub_forums": sub_forums_of(schedule, page.url),
    }


def sub_forums_of(schedule, url):
    """[(name, address of the schedule narrowed to it, its sessions in order)]."""
    return [
        {
            "name": name,
            "url": f"{url}?sub-forum={slug}#schedule",
            "sessions": [row.title for row in schedule.sessions if row.sub_forum == slug and not row.cancelled],
        }
        for slug, name in schedule.sub_forums
    ]


def _days_left(days):
    if days <= 0:
        return ""
    return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days} if days > 1 else _("tomorrow")


register_panel(30, forum_panel)
