from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.pages.models import Topic
from portal.pages.open_forms import OpenForm


class WishesForm(forms.Form):
    """Language and topics. Every topic ticked means all, those of later years too."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect)
    topics = forms.MultipleChoiceField(
        label=_("Topics"),
        help_text=_("With all of them ticked you also get what is told under topics still to come."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one topic.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = {str(topic.pk): topic for topic in Topic.objects.all()}
        here = get_language()
        self.fields["topics"].choices = [(key, topic.named(here)) for key, topic in self.rows.items()]
        self.fields["topics"].initial = list(self.rows)
        self.fields["language"].initial = here

    def wishes(self):
        """What the slice's actions take: language, all_topics, topics."""
        chosen = [self.rows[key] for key in self.cleaned_data["topics"]]
        every = len(chosen) == len(self.rows)
        return {"language": self.cleaned_data["language"], "all_topics": every, "topics": [] if every else chosen}


class SubscribeForm(OpenForm, WishesForm):
    email = forms.EmailField(
        label=_("Your e-mail"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    field_order = ["email", "language", "topics"]
