"""From an address to a page in few queries, also where the page exists in the other language only."""

from django.db.models import Q, Subquery
from django.http import Http404, HttpResponseRedirect
from django.http.request import split_domain_port
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.models.sites import get_site_for_hostname
from wagtail.url_routing import RouteResult

from .keeping.values import remembered
from .languages import twins_of


class Elsewhere(Exception):
    """The page has an address of its own in this language: `response` leads there."""

    def __init__(self, address):
        self.response = HttpResponseRedirect(address)
        super().__init__(address)


def route(request, path):
    """The RouteResult for an address below a language, or None. Raises Elsewhere."""
    roots = root_paths(request)
    own = roots.get(get_language())
    if own is None:
        return None
    found = page_at(own + path)
    if found is not None:
        try:
            return read(found).route(request, [])
        except Http404:
            return None
    # Pages with addresses of their own below them are asked in Wagtail's way.
    return Page.route_for_request(request, path) or in_another_language(request, path, roots)


def root_paths(request):
    """{language code: path of the home page in the tree} of the site that was asked."""
    site = site_of(request)
    if site is None:
        return {}
    return {row.language_code: row.root_path for row in Site.get_site_root_paths() if row.site_id == site.pk}


def site_of(request):
    """The Site that was asked, as Wagtail finds it, remembered by host and port; None without one."""
    if not hasattr(request, "_wagtail_site"):
        found = site_at(*split_domain_port(request._get_raw_host()), request.get_port())
        request._wagtail_site = Site(**found) if found else None
    return request._wagtail_site


@remembered
def site_at(host, _port_of_host, port):
    """The fields of the Site that answers there."""
    try:
        site = get_site_for_hostname(host, port)
    except Site.DoesNotExist:
        return None
    return {field.attname: getattr(site, field.attname) for field in Site._meta.concrete_fields}


def page_at(url_path):
    """The page at a path of the trees, or None. What stands above it and its translations come in the same query."""
    parts = url_path.strip("/").split("/")
    paths = ["/" + "".join(f"{part}/" for part in parts[:count]) for count in range(1, len(parts) + 1)]
    # Slugs are indexed, paths are not.
    here = Page.objects.filter(slug=parts[-1], url_path=url_path).values("translation_key")[:1]
    kin = Q(slug__in=parts, url_path__in=paths) | Q(translation_key=Subquery(here))
    family = list(Page.objects.filter(kin).select_related("locale").order_by("depth"))
    found = next((row for row in family if row.url_path == url_path), None)
    if found is not None:
        found.family = family
    return found


def read(page):
    """The page as its own type, with what it reads of other tables."""
    model = page.specific_class
    if model is None:
        return page
    specific = model._default_manager.select_related("locale", *getattr(model, "read_with", ())).get(pk=page.pk)
    specific.family = page.family
    return specific


def in_another_language(request, path, roots):
    """A page that has no translation here, shown in this language's frame; None where there is none at all."""
    here = get_language()
    for code, root in roots.items():
        if code == here:
            continue
        found = page_at(roots[code] + translated_path(path, roots[here], root))
        if found is None or not found.live:
            continue
        twin = twins_of(found).get(here)
        if twin is not None:
            raise Elsewhere(twin.get_url(request))
        return RouteResult(read(found), kwargs={})
    return None


def translated_path(path, own_root, other_root):
    """The path as the other tree has it: its deepest page that exists here is followed to its translation."""
    parts = [part for part in path.split("/") if part]
    beginnings = {own_root + "".join(f"{part}/" for part in parts[:count]): count for count in range(1, len(parts))}
    parents = Page.objects.filter(url_path__in=beginnings).order_by("-depth")
    for parent in parents:
        twin = Page.objects.filter(translation_key=parent.translation_key, url_path__startswith=other_root).first()
        if twin is not None:
            rest = parts[beginnings[parent.url_path] :]
            return twin.url_path[len(other_root) :] + "".join(f"{part}/" for part in rest)
    return path
