"""What may stand in the name of a file. Pure."""

import re
import unicodedata

from .checking.verdict import EXTENSIONS

LONGEST = 150
# Marks that turn the direction of text: "gpj.exe" could be shown as "exe.jpg".
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def clean_name(name, kind=None):
    """A name that is safe to show, to put into a header and to save, in whatever script it was written.

    name: as the browser sent it. kind: what the content is; the name gets that ending where it has
    another one.
    """
    text = unicodedata.normalize("NFC", str(name)).replace("\\", "/").rsplit("/", 1)[-1]
    text = "".join(" " if char in "\t\r\n" else char for char in text)
    text = "".join(char for char in text if unicodedata.category(char) not in UNSEEN)
    text = re.sub(r'[<>:"|?*%;]', "_", text)
    text = re.sub(r"\s+", " ", text).strip(" .")
    endings = EXTENSIONS.get(kind, ())
    text = "" if f".{text.lower()}" in endings else text
    if endings and not text.lower().endswith(endings):
        text = f"{text or 'file'}{endings[0]}"
    stem, dot, ending = text.rpartition(".")
    if endings and not stem.strip(" ."):
        stem = "file"
        text = f"{stem}.{ending}"
    if len(text) > LONGEST:
        text = f"{stem[: LONGEST - len(ending) - 1].rstrip()}{dot}{ending}" if stem else text[:LONGEST]
    return text or "file"
