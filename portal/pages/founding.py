"""What a new site begins with: two languages, two home pages and a few pages below them, and the way of a page to the
public. Safe to run again: what is there stays as it is.
"""

from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from wagtail.models import GroupApprovalTask, Locale, Page, Site, Workflow, WorkflowPage, WorkflowTask

from portal.access.roles import Role
from portal.clock.cities import OFFICE_ZONE
from portal.people.groups import group_of, make_groups

from . import founding_texts
from .models import ContentPage, HomePage, NewsIndexPage, Topic

# One name for readers of both languages: Wagtail keeps it as data.
WORKFLOW = "发布人审批 Publisher approves"
TOPICS = (
    ("forum", "Forum", "论坛"),
    ("visiting-plan", "Visiting plan", "访问计划"),
    ("placements", "Placements", "派出"),
    ("research", "Research", "科研"),
)


@transaction.atomic
def found_site(now):
    """Make languages, home pages, news, the first pages and the workflow where they are missing.

    now: callable. Returns the home pages by language code.
    """
    today = now().astimezone(ZoneInfo(OFFICE_ZONE)).date()
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    homes = {}
    for code, _name in settings.LANGUAGES:
        homes[code] = home_page(code, homes.get("en"))
    clear_welcome(homes["en"])
    for order, (slug, name, chinese) in enumerate(TOPICS, start=1):
        defaults = {"name_en": name, "name_zh": chinese, "order": order * 10}
        Topic.objects.get_or_create(slug=slug, defaults=defaults)
    for make in (news_index, *(content_page(key) for key in founding_texts.PAGES)):
        first = None
        for home in homes.values():
            first = make(home, first, today)
    publishers_approve()
    return homes


def home_page(code, english):
    """The home page of a language, twin of the English one."""
    locale = Locale.objects.get(language_code=code)
    page = HomePage.objects.filter(locale=locale).first()
    if page is not None:
        return page
    title, heading, lead = founding_texts.HOME[code]
    page = HomePage(title=title, slug=f"home-{code}", heading=heading, lead=lead, locale=locale)
    if english is not None:
        page.translation_key = english.translation_key
    return Page.get_first_root_node().add_child(instance=page)


def clear_welcome(home):
    """The one site of the installation begins at our home page; Wagtail's own first page goes."""
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    if site.root_page_id != home.pk:
        welcome = site.root_page if site.root_page_id else None
        base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        site.root_page = home
        site.site_name = settings.WAGTAIL_SITE_NAME
        site.hostname = base.hostname
        site.port = base.port or (443 if base.scheme == "https" else 80)
        site.save()
        if welcome is not None and welcome.specific_class is Page:
            welcome.delete()


def news_index(home, first, today):
    title = founding_texts.NEWS[home.locale.language_code]
    return child_of(home, first, NewsIndexPage, "news", lambda: {"title": title})


def content_page(key):
    """A maker of one of the first pages, in the language of its home page."""

    def make(home, first, today):
        def words():
            text = founding_texts.text(key, home.locale.language_code)
            return {"title": text.title, "intro": text.intro, "body": text.body(), "checked_on": today}

        return child_of(home, first, ContentPage, key, words)

    return make


def child_of(home, first, model, slug, words):
    """The page of that slug below a home page, made where it is missing; twin of `first` where that is given."""
    page = model.objects.child_of(home).filter(slug=slug).first()
    if page is None and first is not None:
        page = model.objects.filter(translation_key=first.translation_key, locale=home.locale).first()
    if page is not None:
        return page
    page = model(slug=slug, locale=home.locale, **words())
    if first is not None:
        page.translation_key = first.translation_key
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def publishers_approve():
    """Pages go from an editor to a publisher, who approves them, on the whole tree."""
    make_groups()
    workflow, made = Workflow.objects.get_or_create(name=WORKFLOW)
    if made:
        task = GroupApprovalTask.objects.create(name=WORKFLOW)
        task.groups.add(group_of(Role.PUBLISHER))
        WorkflowTask.objects.create(workflow=workflow, task=task)
    root = Page.get_first_root_node()
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    for other in Workflow.objects.filter(active=True).exclude(pk=workflow.pk):
        if not WorkflowPage.objects.filter(workflow=other).exists():
            other.deactivate()
