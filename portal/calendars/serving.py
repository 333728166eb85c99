"""A calendar file as an HTTP answer, with ETag and 304."""

from hashlib import sha256

from django.http import HttpResponse
from django.utils.cache import get_conditional_response


def calendar_response(request, body, *, filename, cache="private, no-cache"):
    """body: bytes of an iCalendar file. cache: the Cache-Control value."""
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(
        body, content_type="text/calendar; charset=utf-8"
    )
    response["ETag"] = etag
    response["Cache-Control"] = cache
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    # The address is a secret of its owner: it must not travel on in a Referer, nor be listed.
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
