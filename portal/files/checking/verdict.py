"""What the check says about a file. Pure."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What the content is, whatever the name says. Only the first three are taken."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    HEIC = "heic"
    WORD = "word"
    OTHER = "other"
    EMPTY = "empty"


TAKEN = (Kind.PDF, Kind.JPEG, Kind.PNG)
CONTENT_TYPES = {Kind.PDF: "application/pdf", Kind.JPEG: "image/jpeg", Kind.PNG: "image/png"}
EXTENSIONS = {Kind.PDF: (".pdf",), Kind.JPEG: (".jpg", ".jpeg"), Kind.PNG: (".png",)}


class Reason(StrEnum):
    """Why a file is refused; `portal.files.reasons` has the sentence of each."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    HEIC = "heic"
    WORD = "word"
    KIND = "kind"
    HYBRID = "hybrid"
    DAMAGED = "damaged"
    INCOMPLETE = "incomplete"
    ENCRYPTED = "encrypted"
    SCRIPT = "script"
    ACTION = "action"
    LINK = "link"
    ATTACHMENT = "attachment"
    FORM = "form"
    MEDIA = "media"
    OUTSIDE = "outside"
    PAGES = "pages"
    NO_PAGES = "no_pages"
    COMPLEX = "complex"
    PIXELS = "pixels"
    TIME = "time"
    CRASHED = "crashed"
    BUSY = "busy"
    VIRUS = "virus"


class Refused(Exception):
    """Raised inside the check; `found` holds numbers for the sentence."""

    def __init__(self, reason, **found):
        super().__init__(reason)
        self.reason = Reason(reason)
        self.found = found


@dataclass(frozen=True)
class Verdict:
    """The answer. clean_path: where the re-encoded picture lies (pictures only); a PDF is kept as it came.

    found: numbers that the sentence of a refusal shows, such as {"pages": 312}.
    """

    accepted: bool
    kind: Kind
    reason: Reason | None = None
    pages: int | None = None
    width: int | None = None
    height: int | None = None
    clean_path: str | None = None
    found: dict = field(default_factory=dict)

    @property
    def content_type(self):
        return CONTENT_TYPES.get(self.kind, "application/octet-stream")


def refusal(reason, kind=Kind.OTHER, **found):
    return Verdict(accepted=False, kind=Kind(kind), reason=Reason(reason), found=found)
