"""What the template of one form field needs: which kind it is, its words in order, its control."""

from .problems import texts_of


def kind_of(widget):
    """How a widget is set: "group" (several choices), "pick" (one box), "file" or "plain"."""
    input_type = getattr(widget, "input_type", "")
    if input_type in ("radio", "checkbox") and hasattr(widget, "choices"):
        return "group"
    return {"checkbox": "pick", "file": "file"}.get(input_type, "plain")


def field_context(bound, size="", hint=None):
    """Context of components/field.html for a BoundField.

    size: "date" or "mid", a date's own if missing. hint: instead of the field's help text.
    """
    kind = kind_of(bound.field.widget)
    hint = bound.help_text if hint is None else hint
    hint_id, problem_id = f"{bound.auto_id}_hint", f"{bound.auto_id}_problem"
    told = " ".join(([hint_id] if hint else []) + ([problem_id] if bound.errors else []))
    attrs = {"aria-describedby": told} if told and kind != "group" else {}
    size = size or ("date" if getattr(bound.field.widget, "input_type", "") == "date" else "")
    if size:
        attrs["class"] = f"{bound.field.widget.attrs.get('class', '')} w-{size}".strip()
    control = "" if kind == "group" else bound.as_widget(attrs=attrs)
    return {
        "field": bound,
        "kind": kind,
        "hint": hint,
        "hint_id": hint_id,
        "problem_id": problem_id,
        "told": told,
        "control": control,
        "wrong": texts_of(bound),
        "hidden": bound.is_hidden,
        "optional": not bound.field.required and kind != "pick",
    }
