"""Two people on one form: the second is told what the first saved, and keeps what was typed."""

import hashlib

from portal.lifecycle.refusals import Overtaken


def fingerprint(obj):
    """A short name for everything that a row holds now."""
    values = [(field.attname, field.value_to_string(obj)) for field in obj._meta.concrete_fields]
    return hashlib.sha256(repr(values).encode()).hexdigest()[:20]


class NotOverwritten:
    """For an edit view: the form's address carries the fingerprint of the row as it was read.

    Saving compares it with the row as it stands, inside the transaction. Where they differ nothing is written; the form
    comes back with what was typed and with the row's new fingerprint, so that a second save is a decision.
    """

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        stands = self.model._base_manager.get(pk=self.object.pk)
        context["action_url"] = f"{context['action_url']}?seen={fingerprint(stands)}"
        return context

    def refuse_if_overtaken(self):
        """For a subclass that saves by an action: call it inside the transaction, before anything is written."""
        seen = self.request.GET.get("seen")
        stands = self.model._base_manager.select_for_update().get(pk=self.object.pk)
        if seen and seen != fingerprint(stands):
            raise Overtaken

    def save_instance(self):
        self.refuse_if_overtaken()
        return super().save_instance()

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except Overtaken as overtaken:
            form.add_error(None, overtaken.message)
            self.produced_error_message = overtaken.message
            return self.form_invalid(form)
