"""The plate that stands for a person without a photograph: which of three rulings, by a hash of the name."""

from zlib import adler32

RULINGS = ("a", "b", "c")


def ruling(name):
    """One of "a", "b", "c"; the same name always gets the same."""
    return RULINGS[adler32(name.strip().casefold().encode()) % len(RULINGS)]


def initials_of(name):
    """What stands on a plate when only a name is known: first and last initial, or the first Chinese
    character.
    """
    name = name.strip()
    if name and ord(name[0]) > 0x2E7F:
        return name[0]
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    letters = [word[0].upper() for word in words]
    return "".join(letters[:1] + letters[-1:]) if len(letters) > 1 else "".join(letters)
