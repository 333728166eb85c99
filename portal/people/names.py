"""How a person is called, in each language's order. Pure: works on anything with the four name fields."""

import unicodedata


def is_han(text):
    """Whether a name is written in Chinese characters."""
    return any(
        "CJK UNIFIED" in unicodedata.name(char, "") or "CJK COMPATIBILITY" in unicodedata.name(char, "")
        for char in text
    )


def latin_name(person):
    """The preferred name, else given names and surname as in the passport, in European order."""
    if person.preferred_name:
        return person.preferred_name
    return " ".join(part for part in (person.given_names, person.surname) if part)


def display_name(person, language):
    """ "Shen Zhiyao 沈之遥" in English, "沈之遥" in Chinese; a European is "Jana Dvořáková" in both."""
    latin = latin_name(person)
    if not person.chinese_name:
        return latin
    if language.lower().startswith("zh") or not latin:
        return person.chinese_name
    return f"{latin} {person.chinese_name}"


def sort_name(person):
    """Surname first, for lists, without regard to case."""
    return f"{person.surname} {person.given_names}".strip().casefold() or latin_name(person).casefold()


def initials(person, language):
    """What stands on a plate: initials, or the family name's character."""
    if person.chinese_name and (language.lower().startswith("zh") or not latin_name(person)):
        return person.chinese_name[0]
    words = [word for word in latin_name(person).replace("-", " ").split() if word[0].isalpha()]
    letters = [word[0].upper() for word in words if word[0].isupper()] or [word[0].upper() for word in words[:2]]
    return "".join(letters[:1] + letters[-1:]) if len(letters) > 1 else "".join(letters)


NAME_FIELDS = ("surname", "given_names", "preferred_name", "chinese_name")


def without_accents(text):
    """Lower case, and letters without their marks: "Šimůnek" is "simunek", "Łucja" is "lucja"."""
    plain = str(text).casefold().translate(str.maketrans("łøđðı", "loddi")).replace("æ", "ae").replace("œ", "oe")
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def search_key(person):
    """Every name of a person as it was typed and as somebody without the keyboard for it types it."""
    names = " ".join(filter(None, (getattr(person, field) for field in NAME_FIELDS)))
    plain, bare = names.casefold(), without_accents(names)
    return (plain if plain == bare else f"{plain} {bare}")[:600]
