"""What is wrong with an answer, in words. The rules give codes; here each has its sentence."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.clock.instants import is_chinese, plain_day, span_of_days


def short_day(day):
    """A day without its year, as in the sentence about a window: "4 October", "10月4日"."""
    if is_chinese(get_language()):
        return f"{day.month}月{day.day}日"
    return plain_day(day, "en").rsplit(" ", 1)[0]


def window_sentence(problem):
    """The sentence for a rules.windows.WindowProblem."""
    data = {"place": problem.place, **problem.data}
    for name in ("first", "last", "meant"):
        if data.get(name):
            data[name] = plain_day(data[name], get_language())
    if "visit_from" in data:
        data["span"] = span_of_days(data.pop("visit_from"), data.pop("visit_to"), get_language())
    if problem.code in ("reversed",) and problem.data["first"].year == problem.data["last"].year:
        data["first"], data["last"] = short_day(problem.data["first"]), short_day(problem.data["last"])
    return WINDOW_SENTENCES[problem.code]() % data


WINDOW_SENTENCES = {
    "no first day": lambda: _("Window %(place)s has no first day. Add it, or remove the last one."),
    "no last day": lambda: _("Window %(place)s has no last day. Add it, or remove the first one."),
    "reversed": lambda: _(
        "Window %(place)s ends on %(last)s, before it begins on %(first)s. Change one of the two dates."
    ),
    "reversed at new year": lambda: _(
        "Window %(place)s ends on %(last)s, before it begins on %(first)s. "
        "If you mean to stay over New Year, it ends on %(meant)s."
    ),
    "past": lambda: _("Window %(place)s begins on %(first)s, which is over. Choose days to come."),
    "outside": lambda: _("Window %(place)s is not within the visits of this call, %(span)s. Move it there."),
    "over new year": lambda: _(
        "Window %(place)s runs over New Year to %(last)s. The visits of this call are %(span)s: end it in the old year."
    ),
    "short": lambda: _("Window %(place)s is %(days)s days long. A visit takes at least %(minimum)s days."),
    "overlap": lambda: _("Window %(place)s overlaps window %(other)s. Move one of them, or join the two."),
}

BIRTH_SENTENCES = {
    "future": lambda: _("This date of birth is still to come. Check the year."),
    "too long ago": lambda: _("This date of birth is more than a hundred years ago. Check the year."),
    "under 25": lambda: _("By this date you are under 25. Check the year; a specialist is older."),
}


def lack_sentence(lack, label):
    """What a Lack says in the list of what is missing. label: of its field."""
    label = str(label).rstrip("?？")
    if lack.code == "missing":
        return _("%(field)s: not given yet") % {"field": label}
    return _("%(field)s: needs another look") % {"field": label}
