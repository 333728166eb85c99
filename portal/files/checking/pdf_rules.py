"""What no object of a PDF may hold. Each object is judged by itself, so nothing depends on being referred to.

What is allowed, and why: a link to a web page or an e-mail address does nothing until a person clicks it
and then opens the browser, which asks; CVs are full of them (ORCID, DOI). A jump to a page of the same
file is how tables of contents and LaTeX's "open at page one" work. Whatever runs code, opens another
file, sends a form, plays media, or acts by itself is refused. Links are refused too when they lead
elsewhere than to the web or to mail.
"""

import re

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from .limits import MAX_FILTERS, MAX_LINK, MAX_PIXELS_IN_PDF
from .verdict import Reason, Refused

ACTIONS = {
    "/JavaScript": Reason.SCRIPT,
    "/Launch": Reason.ACTION,
    "/SubmitForm": Reason.ACTION,
    "/ImportData": Reason.ACTION,
    "/ResetForm": Reason.ACTION,
    "/Hide": Reason.ACTION,
    "/SetOCGState": Reason.ACTION,
    "/GoToR": Reason.OUTSIDE,
    "/GoToE": Reason.ATTACHMENT,
    "/GoToDp": Reason.ACTION,
    "/GoTo3DView": Reason.MEDIA,
    "/Rendition": Reason.MEDIA,
    "/Movie": Reason.MEDIA,
    "/Sound": Reason.MEDIA,
    "/Thread": Reason.OUTSIDE,
    "/RichMediaExecute": Reason.MEDIA,
}
HARMLESS = ("/GoTo", "/URI", "/Named", "/Trans")
TURNS = ("/NextPage", "/PrevPage", "/FirstPage", "/LastPage")
KEYS = {
    "/JS": Reason.SCRIPT,
    "/JavaScript": Reason.SCRIPT,
    "/XFA": Reason.FORM,
    "/EF": Reason.ATTACHMENT,
    "/Collection": Reason.ATTACHMENT,
    "/Encrypt": Reason.ENCRYPTED,
    "/RichMediaContent": Reason.MEDIA,
    "/RichMediaSettings": Reason.MEDIA,
}
SUBTYPES = {
    "/FileAttachment": Reason.ATTACHMENT,
    "/RichMedia": Reason.MEDIA,
    "/Screen": Reason.MEDIA,
    "/Movie": Reason.MEDIA,
    "/Sound": Reason.MEDIA,
    "/3D": Reason.MEDIA,
    "/PS": Reason.SCRIPT,
}
WEB = re.compile(r"(?:https?://|mailto:|tel:)[^\x00-\x1f]+", re.IGNORECASE)
BARE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][^\x00-\x1f]*)?", re.IGNORECASE)
FLATE = ("/FlateDecode", "/Fl")


def judge_object(top, opening):
    """Walk one top-level object, without following references; raises Refused at the first thing not allowed.

    opening: a set to which the numbers of objects are added that act by themselves when the file opens.
    """
    if isinstance(top, NameObject) and (top in ACTIONS or top in SUBTYPES):
        # A kind of action kept apart from the action that uses it: nobody but an evader writes that.
        raise Refused(ACTIONS.get(top) or SUBTYPES[top])
    waiting = [top]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, DictionaryObject):
            _judge_dictionary(thing, opening)
            waiting.extend(thing.raw_get(key) for key in thing)
        elif isinstance(thing, ArrayObject):
            waiting.extend(list.__iter__(thing))


def _judge_dictionary(entry, opening):
    for key, reason in KEYS.items():
        if key in entry:
            raise Refused(reason)
    if _filled(entry, "/EmbeddedFiles") or _name(entry, "/Type") == "/EmbeddedFile":
        raise Refused(Reason.ATTACHMENT)
    if _filled(entry, "/AA"):
        raise Refused(Reason.ACTION)
    subtype = _name(entry, "/Subtype")
    if subtype in SUBTYPES:
        raise Refused(SUBTYPES[subtype])
    _judge_action(entry)
    if "/OpenAction" in entry:
        _judge_opening(entry.raw_get("/OpenAction"), opening)
    if isinstance(entry, StreamObject):
        _judge_stream(entry, subtype)


def _judge_action(entry):
    kind = _name(entry, "/S")
    if kind in ACTIONS:
        raise Refused(ACTIONS[kind])
    if _name(entry, "/Type") == "/Action" and kind not in HARMLESS:
        raise Refused(Reason.ACTION)
    if kind == "/Named" and _name(entry, "/N") not in TURNS:
        raise Refused(Reason.ACTION)
    if kind == "/URI":
        address = entry.raw_get("/URI") if "/URI" in entry else ""
        if not is_plain_link(address):
            raise Refused(Reason.LINK)


def is_plain_link(address):
    """Whether a link leads to the web, to mail or to a telephone, and nowhere else."""
    if isinstance(address, IndirectObject):
        return False
    text = address.decode("latin-1") if isinstance(address, bytes) else str(address)
    text = text.strip()
    return len(text) <= MAX_LINK and (not text or bool(WEB.fullmatch(text) or BARE.fullmatch(text)))


def _judge_opening(act, opening):
    """What happens when the file opens may be a jump inside it, and nothing else."""
    if isinstance(act, IndirectObject):
        opening.add(act.idnum)
    elif isinstance(act, DictionaryObject):
        judge_opened(act)


def judge_opened(act):
    if isinstance(act, DictionaryObject) and (_name(act, "/S") != "/GoTo" or "/Next" in act):
        raise Refused(ACTIONS.get(_name(act, "/S"), Reason.ACTION))


def _judge_stream(entry, subtype):
    if "/F" in entry or (subtype == "/Form" and "/Ref" in entry):
        raise Refused(Reason.OUTSIDE)
    filters = filters_of(entry)
    if "/Crypt" in filters:
        raise Refused(Reason.ENCRYPTED)
    if len(filters) > MAX_FILTERS or sum(name in FLATE for name in filters) > 1:
        raise Refused(Reason.COMPLEX)
    if subtype == "/Image" and _number(entry, "/Width") * _number(entry, "/Height") > MAX_PIXELS_IN_PDF:
        raise Refused(Reason.PIXELS)


def filters_of(stream):
    """The names of a stream's filters, in order; an indirect list counts as none."""
    value = stream.raw_get("/Filter") if "/Filter" in stream else ()
    if isinstance(value, NameObject):
        return [str(value)]
    return [str(name) for name in list.__iter__(value)] if isinstance(value, ArrayObject) else []


def _name(entry, key):
    value = entry.raw_get(key) if key in entry else None
    return str(value) if isinstance(value, NameObject) else None


def _number(entry, key):
    value = entry.raw_get(key) if key in entry else 0
    return int(value) if isinstance(value, (int, float)) else 0


def _filled(entry, key):
    """Whether a key holds anything: some writers leave an empty tree behind."""
    if key not in entry:
        return False
    value = entry.raw_get(key)
    if not isinstance(value, DictionaryObject):
        return True
    return any(not isinstance(inner, ArrayObject) or len(inner) for inner in dict.values(value))
