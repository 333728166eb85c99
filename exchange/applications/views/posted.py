"""What a browser posted, and how it is kept when the session had ended."""

import json

from django.contrib.auth.views import redirect_to_login
from django.http import QueryDict
from django.shortcuts import resolve_url
from django.urls import reverse

from portal.clock.cities import is_zone

from ..forms.sections import FORMS

MOST_KEPT = 200_000


def posted_texts(post, section):
    """field → text, of the fields that the page showed: a box that is not ticked is not in a post at all."""
    shown = [name for name in post.get("shown", "").split(",") if name] or list(post)
    texts = {}
    for name in shown:
        if name == "participation":
            texts[name] = ",".join(post.getlist(name))
        elif name in post or name in ("sending", "place_offered", "place_purpose"):
            texts[name] = post.get(name, "").replace("\r\n", "\n")
    return texts


def seen_before(post):
    """field → text that the writer had before them, as the page said when it was made; None where it does not say."""
    try:
        seen = json.loads(post.get("seen", ""))
    except ValueError:
        return None
    return {str(name): str(text) for name, text in seen.items()} if isinstance(seen, dict) else None


def zone_of(post):
    zone = post.get("time_zone", "")
    return zone if is_zone(zone) else ""


def sign_in_and_come_back(request, code, section):
    """The session had ended: what was typed waits in the session, and comes back after signing in."""
    if request.method == "POST" and section in FORMS:
        body = request.POST.urlencode()
        if len(body) < MOST_KEPT:
            request.session["kept_form"] = {"section": section, "body": body}
    back = reverse("apply_section", args=[code, section])
    return redirect_to_login(back, resolve_url("account_login"))


def kept_post(request, application, section):
    """What was kept of a form when the session had ended, if it was this application's and this section's."""
    kept = request.session.get("kept_form")
    if not kept or kept["section"] != section:
        return None
    post = QueryDict(kept["body"])
    del request.session["kept_form"]
    return post if post.get("application") == str(application.pk) else None
