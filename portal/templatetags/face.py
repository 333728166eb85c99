"""The components of the face that need more than markup. templates/components/README.md lists all of them."""

from django import template
from django.template.defaultfilters import linebreaksbr
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, ngettext, override, pgettext
from django.utils.translation import gettext as _

from portal.clock import instants
from portal.clock.cities import OFFICE_ZONE
from portal.pages import fields, languages, menu, page_links, plates, problems
from portal.pages.drawings import breath as breath_drawing
from portal.pages.drawings import europe as europe_drawing
from portal.pages.drawings import ledger as ledger_drawing
from portal.pages.drawings.ruler import ruler
from portal.pages.drawings.stories import STORIES
from portal.pages.frame import frame
from portal.pages.identity import identity
from portal.pages.keeping.watching import good_for
from portal.people.names import is_han

register = template.Library()

CALM_DAYS = 7
LANGUAGE_NAMES = {"en": ("EN", "English"), "zh-hans": ("中文", "中文")}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def language_now():
    return get_language() or "en"


html_lang = register.filter("html_lang", languages.html_lang)


@register.filter
def lang_of(name):
    """The lang attribute of a name in another script than the page's (Latin on a Chinese page), else ""."""
    if not any(char.isalpha() for char in str(name)):
        return ""
    han = is_han(str(name))
    if han == instants.is_chinese(language_now()):
        return ""
    return "zh-Hans" if han else "en"


@register.filter
def as_typed(text):
    """Words that a person typed, with their line breaks, marked where they are in another script than the page."""
    shown, lang = linebreaksbr(text), lang_of(text)
    return format_html('<span lang="{}">{}</span>', lang, shown) if lang else shown


@register.filter(expects_localtime=True)
def in_words(day):
    """A date in the page's language, of an instant its day in the page's zone: "31 March 2027", "2027年3月31日"."""
    return instants.plain_day(day, language_now()) if day else ""


@register.simple_tag
def site_identity():
    return identity(language_now())


@register.simple_tag
def site_notice():
    """The line at the foot of every page, which the home page of the language holds; "" where there is none."""
    language = language_now()
    return frame(language).notice or identity(language).notice


@register.simple_tag(takes_context=True)
def masthead_name(context):
    """The name of whoever is signed in, in the page's language; "" where nobody is."""
    person = getattr(context.get("request"), "user", None)
    if person is None or not person.is_authenticated:
        return ""
    return person.named(language_now()) or person.get_short_name()


@register.simple_tag(takes_context=True)
def site_menu(context, place=menu.MAIN):
    """Entries of the main menu, or of a column of the footer, for whoever asks."""
    request = context.get("request")
    person = getattr(request, "user", None)
    roles = person.role_names if person is not None and person.is_authenticated else frozenset()
    return menu.entries(language_now(), place=place, roles=roles, path=getattr(request, "path", ""))


@register.simple_tag
def url_in(name, language):
    """The address of a view in a given language, "" where there is no such view."""
    try:
        with override(language):
            return reverse(name)
    except NoReverseMatch:
        return ""


@register.inclusion_tag("components/switch.html", takes_context=True)
def language_switch(context):
    """Cells for the languages; each leads to the same page. `alternates` in the context saves looking them
    up.
    """
    request = context.get("request")
    page = context.get("page")
    pairs = context.get("alternates")
    if pairs is None:
        pairs = languages.alternates(request, page if hasattr(page, "locale_id") else None) if request else []
    here = language_now()
    cells = [(code, url, *LANGUAGE_NAMES.get(code, (code, code))) for code, url in pairs]
    return {"cells": cells, "here": here}


@register.simple_tag(takes_context=True)
def language_links(context):
    """(hreflang, absolute address) of the page in each language, for the head."""
    request = context.get("request")
    page = context.get("page")
    if request is None:
        return []
    pairs = context.get("alternates")
    if pairs is None:
        pairs = languages.alternates(request, page if hasattr(page, "locale_id") else None)
    return [(html_lang(code), request.build_absolute_uri(url)) for code, url in pairs]


@register.simple_tag(takes_context=True)
def share_picture(context):
    """The absolute address of the picture that other sites show beside a link."""
    request = context.get("request")
    address = static("portal/art/share.png")
    return request.build_absolute_uri(address) if request is not None else address


# --- Time ---------------------------------------------------------------------------------------------------


def _day_label(day):
    return f"{day.month}月{day.day}日" if instants.is_chinese(language_now()) else f"{day.day} {MONTHS[day.month - 1]}"


@register.inclusion_tag("components/instant.html", takes_context=True)
def instant(context, moment, zone="", yours=None, now=None):
    """One aware instant on two clocks. zone: the other city's IANA zone, the reader's own where it is
    missing.

    yours: whether the other city is called "your city"; by default where the reader's own zone was taken.
    """
    person = getattr(context.get("request"), "user", None)
    own = zone or getattr(person, "time_zone", "")
    yours = bool(own and own != OFFICE_ZONE and not zone) if yours is None else yours
    language = language_now()
    readings = instants.two_cities(moment, own, language)
    good_for(60)
    past = moment <= (now or context.get("now") or context["request"].now)
    here, there = readings
    title = _("One instant on two clocks: %(time)s in %(city)s is %(other_time)s in %(other_city)s") % {
        "time": here.clock,
        "city": here.city,
        "other_time": there.clock,
        "other_city": there.city,
    }
    drawn = ruler(moment, [(reading.zone, reading.city) for reading in readings], title, _day_label, past=past)
    return {"readings": readings, "yours": yours, "past": past, "ruler": mark_safe(drawn)}


@register.inclusion_tag("components/countdown.html", takes_context=True)
def countdown(context, moment, now=None):
    """What is left until an aware instant, written by the server; a script may refresh it once a minute."""
    good_for(60)
    now = now or context.get("now") or context["request"].now
    numeral, words = instants.left_until(moment, now, language_now())
    calm = (moment - now).days >= CALM_DAYS
    return {"numeral": numeral, "words": words, "calm": calm, "until": int(moment.timestamp() * 1000)}


# --- Drawings -----------------------------------------------------------------------------------------------


@register.inclusion_tag("components/breath.html")
def breath(title, lead, out=(), back=(), out_title="", back_title=""):
    """The year's loop. out, back: drawings.breath.Traveller; out_title, back_title: headings of the two
    lists.
    """
    months = [_day_month(k) for k in range(1, 13)]
    words = (_("breathe out"), _("young doctors to Europe"), _("breathe in"), _("surgeons to Shanghai"))
    out, back = sorted(out, key=lambda p: p.on), sorted(back, key=lambda p: p.on)
    chart = mark_safe(breath_drawing.breath(out, back, months, words))
    return {
        "title": title,
        "lead": lead,
        "out": out,
        "back": back,
        "out_title": out_title,
        "back_title": back_title,
        "chart": chart,
    }


def _day_month(number):
    if instants.is_chinese(language_now()):
        return f"{number}月"
    return MONTHS[number - 1]


@register.simple_tag
def ledger_chart(years):
    """Blocks by year. years: (label, out, in)."""
    return mark_safe(ledger_drawing.ledger(years))


@register.simple_tag
def europe_map(pins):
    """Europe in level lines. pins: (longitude, latitude, name)."""
    return mark_safe(europe_drawing.europe(pins))


@register.inclusion_tag("components/drawing.html")
def drawing(name, alt=None, lazy=True, width=1200):
    """A picture of a story by its name (drawings.stories.STORIES), light and dark. alt: its own alternative
    if None.

    Under 600 px of width the thumbnail is taken where there is one. An unknown name gives nothing.
    """
    story = STORIES.get(name)
    if alt is None and story is not None:
        alt = story.alt_zh if instants.is_chinese(language_now()) else story.alt_en
    file = f"{name}-small" if story and story.small and width < 600 else name
    return {
        "story": story,
        "file": file,
        "alt": alt or "",
        "lazy": lazy,
        "width": width,
        "height": round(width * 0.5625),
    }


@register.inclusion_tag("components/plate.html")
def plate(name, initials="", lang=""):
    """Initials on a ruled plate, hidden from readers since the name stands beside it."""
    return {"ruling": plates.ruling(name), "initials": initials or plates.initials_of(name), "lang": lang}


# --- Forms --------------------------------------------------------------------------------------------------


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms):
    """The problems of forms and formsets, first on the page; nothing where there is none."""
    found = problems.problems_of(*forms)
    title = ngettext("One thing needs you", "%(count)s things need you", len(found)) % {"count": len(found)}
    return {"problems": found, "title": title}


@register.simple_tag
def problems_in_title(*forms):
    """For <title>: "2 problems: ", or nothing."""
    count = len(problems.problems_of(*forms))
    return ngettext("1 problem: ", "%(count)s problems: ", count) % {"count": count} if count else ""


@register.inclusion_tag("components/field.html")
def field(bound, size="", hint=None):
    """One field: label, hint, problem, control. bound: a BoundField. size: "date" or "mid"; hint: instead of
    help_text.

    The widget decides the kind: pick (one box), group (radio buttons or boxes), file, or plain.
    """
    return fields.field_context(bound, size, hint)


# --- Small ones ---------------------------------------------------------------------------------------------


@register.simple_block_tag
def notice(content, title, kind="", level="h2"):
    """{% notice title kind="wait" %}…{% endnotice %}. kind: "" (done), "wait" or "stop"; level: "h2", "h3"
    or "p".
    """
    if level == "p":
        heading = format_html('<p class="label">{}</p>', title)
    else:
        heading = format_html("<{0}>{1}</{0}>", mark_safe("h3" if level == "h3" else "h2"), title)
    role = mark_safe(' role="alert"') if kind == "stop" else ""
    return format_html('<div class="{}"{}>{}{}</div>', f"notice {kind}".strip(), role, heading, content)


@register.simple_tag
def tag(label, kind="", url="", current=False, lang=""):
    """A state in an outline, or with url a filter. kind: "" (neutral), "good", "wait" or "stop"."""
    attributes = format_html(' lang="{}"', lang) if lang else ""
    classes = f"tag {kind}".strip()
    if url:
        now = mark_safe(' aria-current="true"') if current else ""
        return format_html('<a class="{}" href="{}"{}{}>{}</a>', classes, url, now, attributes, label)
    return format_html('<span class="{}"{}>{}</span>', classes, attributes, label)


@register.simple_tag
def seat_word(state):
    """The word of a seat's state: free, open, filled, used, shut."""
    return {
        "free": pgettext("seat", "Free"),
        "open": pgettext("seat", "Offer open"),
        "filled": pgettext("seat", "Accepted"),
        "used": pgettext("seat", "Used"),
        "shut": pgettext("seat", "Reserve, shut"),
    }[state]


@register.simple_tag
def step_word(state):
    """The word of a step's state, for those who do not see the points."""
    return {
        "done": pgettext("step", "done"),
        "next": pgettext("step", "next"),
        "later": pgettext("step", "later"),
        "missed": pgettext("step", "missed"),
    }[state]


@register.simple_tag
def message_kind(message):
    """The kind of notice for one of Django's messages, by its level."""
    level = getattr(message, "level_tag", "")
    return "stop" if level == "error" else "wait" if level == "warning" else ""


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context, page, label=None, newer=None, older=None, key="page"):
    """Links to the pages of a list, keeping the rest of the query. page: Django's Page; newer, older: words
    at the ends.
    """
    request = context.get("request")
    return page_links.pagination_context(
        page,
        request.GET if request is not None else None,
        label=label or _("Pages"),
        newer=newer or _("Previous"),
        older=older or _("Next"),
        key=key,
    )


@register.inclusion_tag("mail/cities.html", takes_context=True)
def mail_cities(context, moment, zone=""):
    """One aware instant in two cells, for mails. zone: the reader's; by default the mail's own `zone`."""
    return {"readings": instants.two_cities(moment, zone or context.get("zone", ""), language_now())}


@register.simple_tag(takes_context=True)
def deadline(context, moment, zone=""):
    """One aware instant in one clause, for plain text: "31 March 2027, 23:59 in Shanghai, which is 17:59 in
    Prague".
    """
    return instants.sentence(moment, zone or context.get("zone", ""), language_now())
