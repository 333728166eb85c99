"""Saving as it is written: the browser posts the fields that changed, and is told what stands now."""

import json

from django.http import HttpResponseBadRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from portal.clock.cities import is_zone
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal

from ..actions.answering import save_answers
from ..forms.opening import labels, take_apart
from ..forms.sections import FORMS
from .desks import entered_desk, own_desk, today_of
from .sections import is_open
from .showing import saved_words


@require_POST
@never_cache
def save(request, code, section):
    desk = own_desk(request, code)
    if desk is None:
        back = f"{reverse('apply_section', args=[code, section])}?resume"
        address = f"{reverse('account_login')}?next={back}"
        return JsonResponse({"signed_out": True, "sign_in": address}, status=401)
    return save_at(request, desk, section)


@require_POST
@never_cache
def save_entered(request, pk, section):
    return save_at(request, entered_desk(request, pk), section)


def save_at(request, desk, section):
    """Body: {"version": 3, "fields": {name: [text that was there, text that is there now]}, "zone": "Europe/Prague"}."""
    read = read_body(request)
    if read is None or section not in FORMS:
        return HttpResponseBadRequest()
    version, seen, texts, zone = read
    if not is_open(desk.application, section):
        return JsonResponse({"closed": True, "page": reverse("my_application", args=[desk.application.pk])}, status=409)
    changes = take_apart(section, desk.application, texts, today=today_of(system_now()))
    try:
        saved = save_answers(
            application=desk.application, changes=changes, by=desk.by, now=system_now, version=version, seen=seen,
            language=get_language(), zone=zone,
        )  # fmt: skip
    except Refusal as refused:
        return JsonResponse({"refused": str(refused.message)}, status=409)
    return JsonResponse(answer(desk, saved, texts, zone))


def answer(desk, saved, texts, zone):
    names = labels()
    desk.application.saved_at = saved.at
    zone = zone or desk.application.time_zone
    return {
        "version": saved.version,
        "saved": saved_words(desk.application, zone),
        "theirs": [
            {"name": name, "label": str(names.get(name, name)), "text": text} for name, text in saved.theirs.items()
        ],
        "fields": [name for name in texts if name not in saved.theirs],
    }


def read_body(request):
    """(version, seen, texts, zone), or None where the body is not what our own script sends."""
    try:
        body = json.loads(request.body)
        fields = body["fields"]
        seen = {str(name): str(pair[0]) for name, pair in fields.items()}
        texts = {str(name): str(pair[1]) for name, pair in fields.items()}
        version = int(body["version"])
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None
    zone = body.get("zone") or ""
    return version, seen, texts, zone if isinstance(zone, str) and is_zone(zone) else ""
