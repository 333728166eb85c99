"""Kept pages: which requests may be answered with one, when one is true still, and what of an answer is kept."""

import gzip
import hashlib
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from .marks import NARROWED
from .values import same
from .watching import words_of, world_and

# Each of them leads to a page or to nothing, so that nobody fills the cache with addresses of their own making.
QUERY = frozenset({"topic", "tag", "year", "page"})
PREFIXES = tuple(f"/{code}/" for code, _name in settings.LANGUAGES)
# Made anew for each answer, or not to be kept.
OWN_HEADERS = frozenset({"content-length", "etag", "date"})


def key_of(request):
    """The key under which the answer to a request may be kept, or None where it is somebody's own.

    Raises DisallowedHost for a host that is not ours.
    """
    if request.method not in ("GET", "HEAD") or not request.path.startswith(PREFIXES):
        return None
    if request.COOKIES.keys() - {settings.LANGUAGE_COOKIE_NAME} or "HTTP_AUTHORIZATION" in request.META:
        return None
    if request.GET.keys() - QUERY:
        return None
    query = urlencode(sorted(request.GET.items()))
    address = f"{request.scheme}://{request.get_host()}{request.path}?{query}"
    return "kept.page." + hashlib.sha256(address.encode()).hexdigest()


def look_up(key, now):
    """(the entry that is kept under the key and true still, or None; the word of the world as it was looked up)."""
    world, entry = world_and(key)
    if entry is None or entry["until"] <= now.timestamp():
        return None, world
    if entry["world"] != world:
        if words_of(entry["tables"]) != entry["tables"] or not same(entry["values"]):
            return None, world
        keep(key, {**entry, "world": world}, now)
    return entry, world


def may_be_kept(response, seen):
    """Whether an answer is the same for everybody: a whole page that asked to be kept, and gives nobody a cookie."""
    return (
        seen.offered
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Cache-Control")
    )


def entry_of(response, seen, world, now):
    """What is kept of an answer."""
    body = response.content
    headers = {name: value for name, value in response.headers.items() if name.lower() not in OWN_HEADERS}
    return {
        "world": world,
        "tables": words_of(seen.tables - NARROWED),
        "values": seen.values,
        "until": now.timestamp() + min(seen.seconds or settings.PAGES_KEPT_FOR, settings.PAGES_KEPT_FOR),
        "headers": headers,
        "body": body,
        "small": gzip.compress(body, 6, mtime=0),
        "tag": hashlib.sha1(body, usedforsecurity=False).hexdigest(),
    }


def keep(key, entry, now):
    cache.set(key, entry, max(1, round(entry["until"] - now.timestamp())))


def answer(request, entry):
    """The answer that an entry gives to a request: 304 to whoever has it, compressed for whoever can read that."""
    compressed = "gzip" in request.headers.get("Accept-Encoding", "")
    tag = f'"{entry["tag"]}{"-gz" if compressed else ""}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponseNotModified()
        response["Vary"] = entry["headers"].get("Vary", "")
    else:
        response = HttpResponse(entry["small" if compressed else "body"], headers=entry["headers"])
        if compressed:
            response["Content-Encoding"] = "gzip"
    response["ETag"] = tag
    # A browser asks each time whether it is the same still: a page changes when its editors say so.
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    return response
