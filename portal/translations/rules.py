"""Which page of a pair is out of date. Pure.

A page either *follows* another one, because it was translated from it in the translation editor, or the two stand *free* beside
each other, as the first pages do and whatever somebody wrote by hand in both languages. What follows has one original. Of two
that stand free, either may be changed first: whichever was changed since both said the same is the newer one.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Side:
    """One page of a pair that is on the site.

    key: what the page is known by. first, last: when it was first and last published, None where nobody published it.
    follows: key of its original, None where it stands free. taken_at: when the original's words were last taken over.
    waiting: whether pieces of them were not translated yet when it was last published.
    """

    key: object
    first: datetime | None
    last: datetime | None
    follows: object = None
    taken_at: datetime | None = None
    waiting: bool = False


def newer_sides(sides, level_at):
    """{key of a page that is out of date: the Side that is newer}.

    sides: the pages of one pair that are on the site. level_at: the instant at which somebody last said, or it was last
    seen, that both say the same; None where that was never written down.
    """
    by_key = {side.key: side for side in sides}
    found = {}
    for side in sides:
        original = by_key.get(side.follows)
        if original is not None and is_behind(side, original, level_at):
            found[side.key] = original
    free = [side for side in sides if side.follows not in by_key and not any(s.follows == side.key for s in sides)]
    changed = [side for side in free if changed_since(side, baseline(free, level_at))]
    # Where both were changed, whoever came second had the notice before them.
    if len(changed) == 1:
        found.update({side.key: changed[0] for side in free if side is not changed[0]})
    return found


def is_behind(side, original, level_at):
    """Whether a page that follows another one lacks something of it: not taken over, not translated, or not published."""
    taken_at = side.taken_at
    if level_at is not None and all(at is None or at <= level_at for at in (original.last, taken_at)):
        return False
    if taken_at is None or changed_since(original, taken_at):
        return True
    return side.waiting or side.last is None or side.last < taken_at


def baseline(sides, level_at):
    """The instant up to which free pages count as saying the same: written down, else when the second one appeared."""
    return level_at or max((side.first for side in sides if side.first), default=None)


def changed_since(side, at):
    return side.last is not None and (at is None or side.last > at)


def level_after(published, others, level_at):
    """The instant to write down as "both say the same" after a free page was published; None leaves it as it was.

    published: its Side, as it is now; others: the other pages of the pair that are on the site. A page that appears for the first
    time is level with what it was made from. A page that was out of date is level again: its editor was told what is newer.
    """
    others = [side for side in others if side.follows != published.key]
    if not others or published.follows is not None:
        return None
    known = baseline([published, *others], level_at)
    if published.first == published.last or any(changed_since(side, known) for side in others):
        return published.last
    return None


def is_code(name):
    """Whether a name is written alike in every language: CAR-T, PD-1, 2027."""
    return bool(name) and name.isascii() and not any(char.islower() for char in name)


def tags_of(text, source):
    """The names that a translator wrote for a story's tags.

    text: names with commas between them, Latin or Chinese ones. source: the same in the language of the original. Words that
    stand as they stood there were not translated, so that only those stay which are written alike in every language.
    """
    names = names_in(text)
    if names == names_in(source):
        names = [name for name in names if is_code(name)]
    return list(dict.fromkeys(names))


def names_in(text):
    for comma in "，、;；\n":
        text = text.replace(comma, ",")
    return [name for name in (part.strip() for part in text.split(",")) if name]


def keeps_address(code):
    """Whether a translation into this language takes the address of its original: Chinese has no letters for one."""
    return code.lower().startswith("zh")
