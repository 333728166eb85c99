from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from events.editions.models import Edition
from events.schedule.actions import SessionsOverlap, save_session
from events.schedule.forms import SessionForm, TalkForm
from events.schedule.models import Session
from events.schedule.queries.clashes import overlap_lines
from events.schedule.queries.standing import open_editions
from portal.access.permissions import require
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal
from portal.office import views
from portal.office.columns import InstantColumn, StateColumn
from portal.office.viewsets import OfficeViewSet

from . import buttons


class TalksPanel(InlinePanel):
    """The talks, whose speakers come from the session's edition."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = TalkForm
        return options


class SavesSession:
    """Saves by the action; what it refuses comes back on the form, an overlap with both sides."""

    overlaps = ()

    def save_by_action(self):
        data = self.form.cleaned_data
        return save_session(
            session=self.form.save(commit=False),
            by=self.request.user,
            now=system_now,
            accept_overlaps=data["accept_overlaps"],
            reason=data["overlap_reason"],
        )

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except Refusal as refusal:
            if isinstance(refusal, SessionsOverlap):
                self.overlaps = overlap_lines(refusal.overlaps, get_language())
            field = "overlap_reason" if refusal.field == "reason" else refusal.field
            form.add_error(field if field in form.fields else None, refusal.message)
            self.produced_error_message = refusal.message
            return self.form_invalid(form)

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "overlaps": self.overlaps}


class SessionCreateView(SavesSession, views.OfficeCreateView):
    """A new session of one edition: the one in the address, else the next that is not over."""

    @cached_property
    def edition(self):
        chosen = self.request.GET.get("edition", "")
        editions = open_editions(system_now())
        if chosen.isdigit():
            return get_object_or_404(Edition, pk=chosen)
        return editions[0] if editions else None

    def dispatch(self, request, *args, **kwargs):
        if self.edition is None:
            return self.to_editions()
        require(request.user, "change the schedule", self.edition)
        return super().dispatch(request, *args, **kwargs)

    def to_editions(self):
        return HttpResponseRedirect(reverse("editions:add"))

    def get_initial_form_instance(self):
        return Session(edition=self.edition)

    def save_instance(self):
        return self.save_by_action()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        others = [row for row in open_editions(system_now()) if row != self.edition]
        context["action_url"] = f"{context['action_url']}?edition={self.edition.pk}"
        return {**context, "edition": self.edition, "other_editions": others}


class SessionEditView(buttons.ButtonsAboveForm, SavesSession, views.OfficeEditView):
    def save_instance(self):
        self.refuse_if_overtaken()
        self.has_content_changes = self.form.has_changed()
        return self.save_by_action()


class SessionViewSet(OfficeViewSet):
    model = Session
    name = "sessions"
    icon = "list-ul"
    menu_label = _("Sessions")
    menu_group = "forum"
    menu_order = 20
    add_view_class = SessionCreateView
    edit_view_class = SessionEditView
    create_template_name = "events/office/session_form.html"
    edit_template_name = "events/office/session_form.html"
    actions = (buttons.CancelSession, buttons.RestoreSession)
    list_display = [
        "title_en",
        "title_zh",
        InstantColumn("starts_at", label=_("Begins"), sort_key="starts_at"),
        "room",
        "sub_forum",
        StateColumn(kinds={"cancelled": "stop"}, label=_("State")),
    ]
    list_filter = ["edition", "sub_forum", "room", "state", "kind"]
    search_fields = ["title_en", "title_zh", "slug"]
    ordering = ["-edition__starts_on", "starts_at"]
    inspect_view_fields = [
        *(
            "edition",
            "title_en",
            "title_zh",
            "kind",
            "sub_forum",
            "starts_at",
            "ends_at",
            "room",
            "state",
            "sequence",
        ),
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("title_en"), FieldPanel("title_zh")]),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("sub_forum"), FieldPanel("room")]),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldPanel("chairs"),
            FieldPanel("summary_en"),
            FieldPanel("summary_zh"),
            TalksPanel(
                "talks",
                heading=_("Talks"),
                label=_("talk"),
                panels=[
                    FieldRowPanel([FieldPanel("title_en"), FieldPanel("title_zh")]),
                    FieldRowPanel([FieldPanel("speaker"), FieldPanel("minutes")]),
                ],
            ),
            MultiFieldPanel([FieldPanel("accept_overlaps"), FieldPanel("overlap_reason")], heading=_("Overlaps")),
        ],
        base_form_class=SessionForm,
    )

    def list_queryset(self, queryset):
        return queryset.select_related("edition", "room", "sub_forum__edition")
