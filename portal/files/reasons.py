"""The sentence for each reason why a file is refused: what it is, what the rule is, what to do next."""

from django.utils.translation import gettext_lazy as _

from .checking.limits import MAX_BYTES, MAX_PAGES, MAX_PIXELS
from .checking.verdict import Reason

AGAIN_AS_PDF = _("Open it on your computer, print it to a new PDF and send that.")

SENTENCES = {
    Reason.EMPTY: _("%(name)s is empty: it has 0 bytes. Choose the file again."),
    Reason.TOO_LARGE: _("%(name)s has %(size)s. The limit is %(limit)s. Scan it at 300 dpi or split it."),
    Reason.HEIC: _(
        "%(name)s is a HEIC picture, and we take JPEG. On an iPhone open Settings, Camera, Formats, choose "
        "“Most Compatible” and take the picture again. On a Mac open it in Preview and export it as JPEG."
    ),
    Reason.WORD: _("%(name)s is a Word document. Save it as PDF in Word (File, Save as, PDF) and send that."),
    Reason.KIND: _("%(name)s is not a PDF, JPEG or PNG, whatever its name says. Save it as PDF and send that."),
    Reason.HYBRID: _("%(name)s holds a second file besides the first. %(again)s"),
    Reason.DAMAGED: _("%(name)s is damaged: we could not read all of it. %(again)s"),
    Reason.INCOMPLETE: _("%(name)s ends too early, as if it had not been copied to the end. Send it once more."),
    Reason.ENCRYPTED: _("%(name)s is protected by a password or against copying. Remove the protection. %(again)s"),
    Reason.SCRIPT: _("%(name)s holds a script, and we do not take files that run programs. %(again)s"),
    Reason.ACTION: _("%(name)s does something by itself, or has buttons that do. %(again)s"),
    Reason.LINK: _("%(name)s has a link that leads neither to the web nor to an e-mail address. %(again)s"),
    Reason.ATTACHMENT: _("%(name)s has other files attached inside. Send each of them by itself. %(again)s"),
    Reason.FORM: _("%(name)s is a form of a kind (XFA) that most programs cannot show. %(again)s"),
    Reason.MEDIA: _("%(name)s holds sound, film or a 3D model. %(again)s"),
    Reason.OUTSIDE: _("%(name)s takes part of its content from other files. %(again)s"),
    Reason.PAGES: _("%(name)s has %(pages)s pages. The limit is %(most_pages)s. Send the part that matters."),
    Reason.NO_PAGES: _("%(name)s has no pages. Choose the file again."),
    Reason.COMPLEX: _("%(name)s unpacks to far more than its size. %(again)s"),
    Reason.PIXELS: _(
        "%(name)s has more pixels than we can open. The limit is %(most_pixels)s million. Scan it at 300 dpi."
    ),
    Reason.TIME: _("%(name)s took too long to open, so we did not take it. %(again)s"),
    Reason.CRASHED: _("%(name)s could not be opened safely, so we did not take it. %(again)s"),
    Reason.BUSY: _("We are checking many files at this moment. Send %(name)s again in a minute."),
    Reason.VIRUS: _("The virus scanner found something in %(name)s, so we did not take it. Check your computer."),
}


def sentence(verdict, *, name, size):
    """The words for a refusal.

    verdict: a refused Verdict. name: the file's name as the person knows it. size: bytes sent. Returns
    str in the language that is active.
    """
    found = verdict.found
    return str(SENTENCES[verdict.reason]) % {
        "name": name,
        "size": size_text(size),
        "limit": size_text(MAX_BYTES),
        "pages": found.get("pages", ""),
        "most_pages": MAX_PAGES,
        "most_pixels": MAX_PIXELS // 1_000_000,
        "again": AGAIN_AS_PDF,
    }


def size_text(size):
    """ "214 KB", "31 MB", and "20.1 MB" rather than a rounded number that seems to be within the limit."""
    if size < 1000:
        return _("%(count)s bytes") % {"count": size}
    megabytes = size / (1024 * 1024)
    if megabytes < 1:
        return f"{max(1, round(size / 1024))} KB"
    if 10 < megabytes < MAX_BYTES / (1024 * 1024) or megabytes >= MAX_BYTES / (1024 * 1024) + 1:
        return f"{round(megabytes)} MB"
    tenths = -(-size * 10 // (1024 * 1024))
    return f"{tenths // 10} MB" if tenths % 10 == 0 else f"{tenths / 10:.1f} MB"
