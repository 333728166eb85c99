"""The public's pages of the news by mail. What a link opens changes nothing until its page is sent."""

from datetime import timedelta
from functools import wraps

from django.contrib import messages as notices
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from portal.access import links
from portal.access.limits import Limit, place_of, take
from portal.clock.system import system_now
from portal.lifecycle.refusals import NotPossibleNow
from portal.pages.open_forms import surroundings

from .actions.subscribing import CONFIRM, KEEP, ask, choose, confirm, holder_as_read, unsubscribe
from .forms import SubscribeForm, WishesForm
from .queries import timing, wanted_topics
from .rules import hour_after, masked
from .states import SubscriberState

FROM_ONE_PLACE = Limit("digest.ask.place", 20, timedelta(hours=1))
FROM_ALL = Limit("digest.ask.all", 300, timedelta(hours=1))
"""Many places at once are many machines of one hand: the form then stands still for an hour rather than mail strangers."""


def around():
    return surroundings(_("News by e-mail"), "news", _("News"))


@never_cache
@require_http_methods(["GET", "POST"])
def subscribe(request):
    """The form. Its answer is the same whether an address is known or not."""
    now = request.now
    form = SubscribeForm(request.POST if request.method == "POST" else None, now=now)
    status = 200
    if request.method == "POST" and form.is_valid():
        if take(FROM_ONE_PLACE, place_of(request), now=now) and take(FROM_ALL, "", now=now):
            ask(address=form.cleaned_data["email"], now=system_now, **form.wishes())
            return HttpResponseRedirect(reverse("digest_asked"))
        form.add_error(
            None, _("Too many requests came in within an hour. Try again later; what you typed is kept here.")
        )
        status = 429
    context = {"form": form, "next_at": hour_after(now, timing()), **around()}
    return render(request, "portal/digest/subscribe.html", context, status=status)


@never_cache
@require_safe
def asked(request):
    """What follows, for everybody alike."""
    return render(request, "portal/digest/asked.html", around())


def with_link(purpose):
    """Decorator: the view gets the link of its token, or the reader a page that says why it opens nothing."""

    def decorate(view):
        @wraps(view)
        def found(request, token):
            try:
                link = links.find(token, purpose=purpose, now=request.now)
                note = "opened" if request.method in ("GET", "HEAD") else "used"
                links.note(link, note, now=request.now, address=request.META.get("REMOTE_ADDR"))
                return view(request, link)
            except links.LinkRefused:
                return render(request, "portal/digest/refused.html", {"purpose": purpose}, status=410)

        return never_cache(require_http_methods(["GET", "HEAD", "POST"])(found))

    return decorate


@with_link(CONFIRM)
def confirm_page(request, link):
    subscriber = holder_as_read(link)
    if request.method == "POST":
        subscriber, token = confirm(link=link, now=system_now)
        return thanked(request, token, subscriber)
    context = {"subscriber": subscriber, "topics": wanted_topics(subscriber, get_language())}
    return render(request, "portal/digest/confirm.html", context)


def thanked(request, token, subscriber):
    """To the page of one's choice, in the language that was chosen."""
    with override(subscriber.language):
        notices.success(request, _("Your address is confirmed."))
        return HttpResponseRedirect(reverse("digest_choices", args=[token]))


@with_link(KEEP)
def choices_page(request, link):
    """Language and topics, for whoever holds a link from one of the mails."""
    subscriber = holder_as_read(link)
    gone = subscriber.state == SubscriberState.UNSUBSCRIBED
    initial = {"language": subscriber.language}
    if not subscriber.all_topics:
        initial["topics"] = [str(topic.pk) for topic in subscriber.topics.all()]
    form = WishesForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and not gone and form.is_valid():
        try:
            choose(link=link, now=system_now, **form.wishes())
            notices.success(request, _("Saved."))
            return HttpResponseRedirect(request.path)
        except NotPossibleNow:
            gone = True
    context = {
        "form": form,
        "gone": gone,
        "paused": subscriber.state == SubscriberState.PAUSED,
        "address": masked(subscriber.address),
        "leave": request.resolver_match.kwargs["token"],
        "next_at": hour_after(request.now, timing()),
    }
    return render(
        request, "portal/digest/choices.html", context, status=409 if gone and request.method == "POST" else 200
    )


@csrf_exempt
@with_link(KEEP)
def unsubscribe_page(request, link):
    """One click, as RFC 8058 has it: a POST without cookies is enough, and answers without a redirect."""
    subscriber = unsubscribe(link=link, now=system_now) if request.method == "POST" else holder_as_read(link)
    out = subscriber.state not in (SubscriberState.CONFIRMED, SubscriberState.PAUSED)
    return render(request, "portal/digest/unsubscribe.html", {"out": out, "address": masked(subscriber.address)})
