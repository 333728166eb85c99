"""The director's acts on a cycle's decisions: release after a dry run, take back, amend; and the step to running."""

from django import forms
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from exchange.applications.models import Application
from exchange.cycles.models import Cycle
from exchange.review.models import Decision
from exchange.review.office.frame import CycleScreenAct
from portal.office.acting import ActionForm

from ..amendment import amend_to_waitlist, correct_words
from ..queries.release import lines_of, obstacle_sentences
from ..release import MAIL_WAITS, dry_run, release
from ..running import run_cycle
from ..taking_back import take_release_back


class DecisionsAct(CycleScreenAct):
    screen, screen_title = "cycle_meeting", gettext_lazy("Decisions")


class Release(DecisionsAct):
    """Shows what it would do and what is in the way; with anything in the way there is no button."""

    model, act = Cycle, "release"
    label = title = gettext_lazy("Release the decisions")
    template_name = "exchange/journey/office/release.html"
    main = True

    def get_question(self, cycle):
        minutes = int(MAIL_WAITS.total_seconds() // 60)
        return _(
            "All at once. The mails leave after %(minutes)s minutes; until then the release can be taken back."
        ) % {"minutes": minutes}

    def frame(self, cycle):
        run, language = dry_run(cycle, self.now()), get_language()
        lines = [(label, rows) for label, rows in lines_of(run, language) if rows]
        return {**super().frame(cycle), "obstacles": obstacle_sentences(run, language), "lines": lines}

    def perform(self, cycle, data):
        return release(cycle=cycle, by=self.request.user, now=self.now)

    def get_done_message(self, cycle, run):
        return _("The decisions are released.")


class TakeBack(DecisionsAct):
    model, act = Cycle, "take_back"
    label = title = gettext_lazy("Take the release back")
    question = gettext_lazy(
        "Only as a whole, while none of its mails has left and nobody has answered. Decisions pend again, offers and places "
        "on the list are void, and the mails are recalled."
    )

    def perform(self, cycle, data):
        return take_release_back(cycle=cycle, by=self.request.user, now=self.now, reason=data["reason"])


class Run(DecisionsAct):
    model, act = Cycle, "run"
    label = title = gettext_lazy("The cycle runs")
    question = gettext_lazy("Visits begin. From now on the release cannot be taken back.")

    def perform(self, cycle, data):
        return run_cycle(cycle=cycle, by=self.request.user, now=self.now)


class WordsForm(ActionForm):
    words = forms.CharField(
        label=gettext_lazy("Sentence for the applicant"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class Amend(DecisionsAct):
    model, act = Application, "amend"
    label = title = gettext_lazy("Put on the waiting list")
    question = gettext_lazy("At its end, below everybody who waits. The applicant is told, with the reason.")
    form_class = WordsForm

    def get_back_url(self, application):
        return reverse("decision_one", args=[application.pk])

    def perform(self, application, data):
        return amend_to_waitlist(
            application=application, by=self.request.user, now=self.now, reason=data["reason"], words=data["words"]
        )


class CorrectWords(DecisionsAct):
    model, act = Decision, "amend"
    label = title = gettext_lazy("Correct the sentence")
    question = gettext_lazy("The outcome stays. The applicant reads the new sentence on their page; no mail goes.")
    form_class = WordsForm

    def cycle_of(self, decision):
        return decision.application.cycle

    def get_initial(self, decision):
        return {"words": decision.words}

    def get_success_url(self, decision, result):
        return reverse("decision_one", args=[decision.application_id])

    def perform(self, decision, data):
        return correct_words(
            decision=decision, words=data["words"], by=self.request.user, now=self.now, reason=data["reason"]
        )
