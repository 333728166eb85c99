"""The answer that carries a private file. Whether it may be given was asked before; see views.py."""

from django.http import FileResponse, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.utils.http import content_disposition_header, parse_etags, parse_http_date_safe

from .models import ReadingKind
from .reading import note_reading
from .rules import NoSuchRange, wanted_range
from .storing import open_content

SHUT = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
PIECE = 64 * 1024


def shut(response):
    """Put the headers on that keep a file from running, being guessed at, or being kept."""
    for name, value in SHUT.items():
        response[name] = value
    return response


def serve_file(request, file, *, person, at):
    """The file as an attachment: whole, in part, or "not modified". Each is logged before it leaves."""
    kind, part = what_is_asked(request, file)
    if kind is None:
        return shut(HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"}))
    note_reading(file, person, kind, at=at, address=request.META.get("REMOTE_ADDR"))
    if kind == ReadingKind.UNCHANGED:
        response = HttpResponseNotModified()
    elif kind == ReadingKind.HEAD:
        response = HttpResponse(content_type=file.content_type, headers={"Content-Length": file.size})
    elif kind == ReadingKind.RANGE:
        response = _part(file, *part)
    else:
        response = FileResponse(open_content(file), content_type=file.content_type)
        response["Content-Length"] = file.size
    response["ETag"] = etag(file)
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = content_disposition_header(True, file.name)
    return shut(response)


def what_is_asked(request, file):
    """(kind of reading, (first, last) or None); the kind is None where the range lies outside the file."""
    if is_unchanged(request, file):
        return ReadingKind.UNCHANGED, None
    if request.method == "HEAD":
        return ReadingKind.HEAD, None
    if request.headers.get("If-Range", etag(file)) != etag(file):
        return ReadingKind.DOWNLOAD, None
    try:
        part = wanted_range(request.headers.get("Range"), file.size)
    except NoSuchRange:
        return None, None
    return (ReadingKind.RANGE if part else ReadingKind.DOWNLOAD), part


def is_unchanged(request, file):
    """Whether the browser says that it has this very content; content never changes under one row."""
    if none_match := request.headers.get("If-None-Match"):
        return any(tag in ("*", etag(file), f"W/{etag(file)}") for tag in parse_etags(none_match))
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and int(file.uploaded_at.timestamp()) <= since


def etag(file):
    return f'"{file.sha256[:40]}"'


def _part(file, first, last):
    response = StreamingHttpResponse(_pieces(file, first, last), status=206, content_type=file.content_type)
    response["Content-Range"] = f"bytes {first}-{last}/{file.size}"
    response["Content-Length"] = last - first + 1
    return response


def _pieces(file, first, last):
    left = last - first + 1
    with open_content(file) as content:
        content.seek(first)
        while left > 0 and (piece := content.read(min(PIECE, left))):
            left -= len(piece)
            yield piece


def serve_picture(content, name):
    """A drawn page, to be shown in place."""
    response = HttpResponse(content, content_type="image/png")
    response["Content-Disposition"] = content_disposition_header(False, name)
    return shut(response)
