"""Buttons: a page with the question, the reason where one is asked, and a POST that does it.

ActionView is for pages of the site, OfficeAction for the office. A subclass says what is asked and calls the slice's own
action; whoever may not see the object gets 404, who may not do it 403, and a refusal comes back on the form with what
was typed.
"""

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views import View

from portal.access.permissions import get_visible_or_404, may, require
from portal.access.roles import Role, roles_of
from portal.clock.system import system_now
from portal.lifecycle.refusals import NotPossibleNow, Refusal


class ActionForm(forms.Form):
    """What an act asks for. `asks_reason`: True, False or "if you like"."""

    def __init__(self, *args, asks_reason=False, **kwargs):
        super().__init__(*args, **kwargs)
        if asks_reason and "reason" not in self.fields:
            self.fields["reason"] = forms.CharField(
                label=_("Reason"),
                required=asks_reason is True,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("Kept with the record, where staff can read it."),
            )


class ActionView(View):
    """One act on one object.

    model, act: what is asked of the permission layer. label: the button. title, question: the page (lazy text).
    form_class: a subclass of ActionForm. asks_reason: None takes it from the lifecycle's table.
    lookup: keyword of the URL → field of the model.
    """

    model = None
    act = ""
    label = ""
    title = None
    question = ""
    done_message = _("Done.")
    form_class = ActionForm
    asks_reason = None
    main = False
    lookup = {"pk": "pk"}
    template_name = "portal/office/public_action.html"
    now = staticmethod(system_now)

    # --- what a subclass gives

    def perform(self, obj, data):
        """Call the slice's action with by=self.request.user, now=self.now; may return anything."""
        raise NotImplementedError

    def get_success_url(self, obj, result):
        raise NotImplementedError

    def get_back_url(self, obj):
        return self.get_success_url(obj, None)

    def get_question(self, obj):
        return self.question

    def get_facts(self, obj):
        """Further lines that one should read before deciding: list of dicts as components/facts.html takes them."""
        return []

    def get_done_message(self, obj, result):
        return self.done_message

    def get_initial(self, obj):
        return {}

    def get_form_kwargs(self, obj):
        return {}

    # --- how it goes

    def get_object(self):
        found = {field: self.kwargs[key] for key, field in self.lookup.items()}
        return get_visible_or_404(self.request.user, self.model, **found)

    def get(self, request, *args, **kwargs):
        obj = self.get_object()
        gone = self.too_late(obj)
        if gone:
            return self.show(obj, None, refusal=gone, status=409)
        require(request.user, self.act, obj)
        return self.show(obj, self.get_form(obj))

    def post(self, request, *args, **kwargs):
        obj = self.get_object()
        gone = self.too_late(obj)
        if gone:
            return self.show(obj, None, refusal=gone, status=409)
        require(request.user, self.act, obj)
        form = self.get_form(obj, request.POST, request.FILES)
        if not form.is_valid():
            return self.show(obj, form)
        try:
            result = self.perform(obj, form.cleaned_data)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
            return self.show(obj, form, status=409)
        self.say_done(self.get_done_message(obj, result))
        return HttpResponseRedirect(self.get_success_url(obj, result))

    def too_late(self, obj):
        """A refusal where the object's state does not allow the act to anybody, for those whom it may concern."""
        lifecycle = getattr(obj, "lifecycle", None)
        if lifecycle is None or self.act not in lifecycle.by_name:
            return None
        state = getattr(obj, lifecycle.field)
        if lifecycle.find(self.act, state) is not None:
            return None
        who = {name for row in lifecycle.by_name[self.act] for name in row.who}
        if not who & set(roles_of(self.request.user)) and not who - set(Role.values):
            return None
        words = gettext("This cannot be done now: the state is “%(state)s”.")
        return NotPossibleNow(words % {"state": lifecycle.states(state).label})

    @classmethod
    def reason_asked(cls, model=None):
        if cls.asks_reason is not None:
            return cls.asks_reason
        lifecycle = getattr(model or cls.model, "lifecycle", None)
        rows = lifecycle.by_name.get(cls.act, ()) if lifecycle else ()
        return any("reason" in row.asks for row in rows)

    def get_form(self, obj, *data):
        return self.form_class(
            *data,
            initial=self.get_initial(obj),
            asks_reason=self.reason_asked(type(obj)),
            **self.get_form_kwargs(obj),
        )

    def show(self, obj, form, *, refusal=None, status=200):
        context = {
            "view": self,
            "object": obj,
            "form": form,
            "refusal": refusal,
            "title": self.title or self.label,
            "label": self.label,
            "question": self.get_question(obj),
            "facts": self.get_facts(obj) if refusal is None else [],
            "back": self.get_back_url(obj),
            **self.frame(obj),
        }
        return render(self.request, self.template_name, context, status=status)

    def frame(self, obj):
        """What the template's surroundings need."""
        return {}

    def say_done(self, text):
        if text:
            messages.success(self.request, text)

    @classmethod
    def is_offered(cls, person, obj):
        return may(person, cls.act, obj)
