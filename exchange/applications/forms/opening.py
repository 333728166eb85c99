"""Making the form of a section from what stands in a draft, and taking a writer's changes apart."""

from dataclasses import dataclass, field

from django.http import QueryDict

from ..queries.answers import texts_of
from ..states import Section
from .sections import FORMS


def data_from(texts):
    """Texts as a control holds them, as a browser would post them."""
    data = QueryDict(mutable=True)
    for name, value in texts.items():
        if name == "participation":
            data.setlist(name, [item for item in value.split(",") if item])
        else:
            data[name] = value
    return data


def form_of(section, application, *, today, strict=False, showing=False):
    """The form of a section as the draft stands. showing: bound, so that what is wrong there is shown."""
    texts = texts_of(application)
    form_class = FORMS[section]
    if showing or strict:
        return form_class(data_from(texts), application=application, today=today, strict=strict)
    initial = texts | {"participation": [item for item in texts.get("participation", "").split(",") if item]}
    return form_class(application=application, today=today, initial=initial)


@dataclass
class Changes:
    """What a writer changed, taken apart.

    texts: field → as typed. values: field → cleaned, for columns. typed: field → as typed, where it fits no column yet.
    form: the section's form bound to the draft with the changes in it.
    """

    texts: dict
    values: dict = field(default_factory=dict)
    typed: dict = field(default_factory=dict)
    form: object = None


def take_apart(section, application, texts, *, today):
    """Clean the changes of a section against the rest of it. texts: field → as typed; unknown names are left out."""
    form = FORMS[section](application=application, today=today)
    known = {name: clip(value) for name, value in texts.items() if name in form.fields}
    form = FORMS[section](data_from(texts_of(application) | known), application=application, today=today)
    form.full_clean()
    changes = Changes(texts=known, form=form)
    for name in known:
        if name in form.cleaned_data:
            changes.values[name] = form.cleaned_data[name]
        elif fits(form, name):
            changes.values[name] = form.fields[name].to_python(known[name])
        else:
            changes.typed[name] = known[name]
    return changes


def fits(form, name):
    """Whether a value that a rule finds wrong is still one that its column can hold, such as a window that is reversed."""
    try:
        form.fields[name].clean(form[name].data)
    except Exception:  # noqa: BLE001  (any refusal of the field means that the column cannot hold it)
        return False
    return name.startswith("window_") or name in ("birth_date", "post_since", "qualified_in")


def clip(value):
    """Nothing that a browser sends is kept beyond what a long text may have; NUL characters are in no text."""
    return str(value).replace("\x00", "")[:20000]


def wrong_fields(application, *, today):
    """(section, field) of every answer in the draft that is not yet one, over all sections."""
    found = []
    for section in FORMS:
        form = form_of(section, application, today=today, showing=True)
        found += [(str(section), name) for name in form.fields if name in form.errors]
    return found


def labels():
    """field → label, over all sections, for the lists of what is missing and the history."""
    from ..states import FileClass

    found = {}
    for form_class in FORMS.values():
        form = form_class(application=None, today=None)
        found |= {name: bound.label for name, bound in form.fields.items()}
    return found | dict(FileClass.choices)


ORDER = [str(section) for section in Section]
