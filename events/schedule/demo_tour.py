"""Addresses of the forum's pages in the demo."""

from django.urls import reverse

from portal.operations.models import DemoRow

PAGES = {
    f"{name}_{language.replace('-', '_')}": f"page.{key}.{language}"
    for name, key in (
        ("forum", "forum"),
        ("forum_edition", "edition.next"),
        ("forum_archive", "edition.2024"),
    )
    for language in ("en", "zh-hans")
}


OFFICE = ("forum_series", "editions", "sub_forums", "speakers", "sessions", "schedule_releases")


def pages():
    rows = {row.key: row.obj for row in DemoRow.objects.filter(key__in=(*PAGES.values(), "edition.next"))}
    found = {name: rows[key].url for name, key in PAGES.items() if rows.get(key)}
    found |= {f"office_{name}": reverse(f"{name}:index") for name in OFFICE}
    edition = rows.get("edition.next")
    if edition:
        found |= {
            "forum_session": reverse("session_page", args=[edition.slug, "sleeve"]),
            "forum_speakers": reverse("speakers_page", args=[edition.slug]),
            "office_session": reverse("sessions:edit", args=[edition.sessions.order_by("starts_at").first().pk]),
            "office_edition": reverse("editions:inspect", args=[edition.pk]),
            "api_editions": reverse("api_v1:editions:listing"),
            "api_edition": reverse("api_v1:editions:detail", args=[rows["page.edition.next.en"].pk]),
            "forum_calendar": reverse("edition_calendar", args=[edition.slug]),
        }
    return found
