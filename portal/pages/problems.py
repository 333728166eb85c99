"""The problems of forms, as the summary above them lists them: what is wrong, and where it can be mended."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Problem:
    """One problem. target: the id of the control, "" where it belongs to the form as a whole."""

    text: str
    target: str = ""


def control_id(bound):
    """The id of a field's first control, which a link can lead to; groups of choices number theirs."""
    grouped = getattr(bound.field.widget, "input_type", "") in ("radio", "checkbox") and hasattr(
        bound.field.widget, "choices"
    )
    return f"{bound.auto_id}_0" if grouped else bound.id_for_label or bound.auto_id


def _standard_words(field):
    """The messages that Django brings for a field: they do not say which field they speak of."""
    return {str(text) for cls in type(field).__mro__ for text in getattr(cls, "default_error_messages", {}).values()}


def texts_of(bound):
    """What is wrong with a field, as sentences that can be read without seeing it."""
    standard = _standard_words(bound.field)
    texts = []
    for error in bound.errors.as_data():
        text = " ".join(str(message) for message in error.messages)
        if text in standard:
            name = {"label": bound.label, "problem": text}
            if error.code != "required":
                text = _("%(label)s: %(problem)s") % name
            elif getattr(bound.field.widget, "input_type", "") == "checkbox":
                text = _("“%(label)s” is not ticked yet.") % name
            else:
                text = _("“%(label)s” is not filled in yet.") % name
        texts.append(text)
    return texts


def problems_of(*forms):
    """The Problems of forms and formsets, in the order in which the page shows them."""
    found = []
    for form in forms:
        if form is None or not getattr(form, "is_bound", False):
            continue
        if hasattr(form, "management_form"):
            found += [Problem(str(text)) for text in form.non_form_errors()]
            found += problems_of(*form.forms)
            continue
        found += [Problem(str(text)) for text in form.non_field_errors()]
        for bound in form:
            found += [Problem(text, control_id(bound)) for text in texts_of(bound)]
    return found
