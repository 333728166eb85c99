from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from .states import HIGHEST, LOWEST, Recommendation

SCALE = [("", gettext_lazy("No score yet")), *((value, str(value)) for value in range(LOWEST, HIGHEST + 1))]


class ReviewForm(forms.Form):
    """A field for each criterion of the cycle, then the recommendation and the two texts. Nothing is required to save."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    recommendation = forms.ChoiceField(
        label=gettext_lazy("Recommendation"), required=False,
        choices=[("", gettext_lazy("Not yet")), *Recommendation.choices],
    )  # fmt: skip
    for_committee = forms.CharField(
        label=gettext_lazy("For the committee"), required=False, max_length=8000,
        help_text=gettext_lazy("The office and the committee read it. The applicant never does."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    for_applicant = forms.CharField(
        label=gettext_lazy("For the applicant"), required=False, max_length=4000,
        help_text=gettext_lazy("The office may quote it to the applicant, without your name."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip

    def __init__(self, *args, criteria, **kwargs):
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        language = get_language() or "en"
        scored = {}
        for criterion in self.criteria:
            low, high = criterion.anchors(language)
            hint = _("%(low)s: %(low_words)s. %(high)s: %(high_words)s.") % {
                "low": LOWEST, "low_words": low, "high": HIGHEST, "high_words": high,
            }  # fmt: skip
            label = _("%(criterion)s, weight %(weight)s") % {
                "criterion": criterion.label(language), "weight": criterion.weight,
            }  # fmt: skip
            scored[self.name_of(criterion)] = forms.TypedChoiceField(
                label=label, choices=SCALE, coerce=int, empty_value=None, required=False,
                help_text=hint if low and high else "",
            )  # fmt: skip
        self.fields = {**scored, **self.fields}

    @staticmethod
    def name_of(criterion):
        return f"criterion_{criterion.pk}"

    @property
    def scores(self):
        return {criterion.pk: self.cleaned_data[self.name_of(criterion)] for criterion in self.criteria}

    @property
    def words(self):
        return {name: self.cleaned_data[name] for name in ("recommendation", "for_committee", "for_applicant")}

    def show_missing(self, missing):
        """Name what a finished review still needs, at its field."""
        for criterion in missing:
            if criterion is None:
                self.add_error("recommendation", _("Choose a recommendation."))
            else:
                self.add_error(self.name_of(criterion), _("Choose a score."))


def initial_of(review):
    scores = {f"criterion_{row.criterion_id}": row.score for row in review.scores.all()}
    names = ("version", "recommendation", "for_committee", "for_applicant")
    return scores | {name: getattr(review, name) for name in names}
