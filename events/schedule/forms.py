from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from events.speakers.models import Speaker


class TalkForm(WagtailAdminModelForm):
    """A talk; its speaker comes from the edition. speakers: (queryset, choices), read once for all talks of
    a form."""

    def __init__(self, *args, speakers, **kwargs):
        super().__init__(*args, **kwargs)
        queryset, choices = speakers
        self.fields["speaker"].queryset = queryset
        self.fields["speaker"].choices = [("", "---------"), *choices]


class SessionForm(WagtailAdminModelForm):
    """A session with its chairs and talks; people and sub-forum come from the session's own edition."""

    accept_overlaps = forms.BooleanField(
        label=_("Accept what overlaps"),
        required=False,
        help_text=_("Only where the form said that something overlaps. Say why below."),
    )
    overlap_reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=300,
        help_text=_("Kept with the record, where staff can read it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        speakers = Speaker.objects.filter(edition=self.instance.edition_id)
        choices = [(row.pk, str(row)) for row in speakers.select_related("person")]
        self.fields["chairs"].queryset = speakers
        self.fields["chairs"].choices = choices
        self.fields["sub_forum"].queryset = self.instance.edition.sub_forums.all()
        if "talks" in self.formsets:
            self.formsets["talks"].form_kwargs["speakers"] = (speakers, choices)
