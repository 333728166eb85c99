"""What the office does with an edition and with a session, as buttons."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.editions.actions import archive_edition, publish_edition, withdraw_edition
from events.schedule.actions import cancel_session, release_schedule, restore_session, what_would_change
from events.schedule.queries.releases import change_sentences
from portal.office.buttons import OfficeAction


class ButtonsAboveForm:
    """For an edit view: the acts that are possible now stand above the form, as they do on the page that shows the row."""

    actions = ()

    def get_context_data(self, **kwargs):
        buttons = [
            {"label": action.label, "url": action.address_for(self.object), "main": action.main}
            for action in self.actions
            if action.is_offered(self.request.user, self.object)
        ]
        return super().get_context_data(buttons=buttons, **kwargs)


class PublishEdition(OfficeAction):
    act = "publish"
    label = _("Publish")
    question = _("Its page, its schedule and its calendar may then be read by everybody.")
    main = True

    def perform(self, obj, data):
        return publish_edition(edition=obj, by=self.request.user, now=self.now)


class WithdrawEdition(OfficeAction):
    act = "withdraw"
    label = _("Take off the site")
    question = _("Its page is gone for the public, and calendars that follow it become empty.")

    def perform(self, obj, data):
        return withdraw_edition(edition=obj, by=self.request.user, now=self.now, reason=data["reason"])


class ArchiveEdition(OfficeAction):
    act = "archive"
    label = _("Archive")
    question = _("The edition is over: nothing of it can be changed any more.")

    def perform(self, obj, data):
        return archive_edition(edition=obj, by=self.request.user, now=self.now)


class ReleaseSchedule(OfficeAction):
    act = "release the schedule"
    label = _("Release the schedule")
    question = _("The public then reads the schedule as it stands now. What is released is kept as it is.")
    done_message = _("The schedule is released.")
    main = True

    def get_facts(self, obj):
        _schedule, changed, last = what_would_change(obj)
        if last is None:
            return [{"label": _("First release"), "value": _("Nothing is public yet.")}]
        lines = [sentence for _slug, sentence in change_sentences(changed, get_language())]
        label = _("What changes since release %(number)s") % {"number": last.number}
        return [{"label": label, "value": "\n".join(lines) or _("Nothing has changed.")}]

    def perform(self, obj, data):
        return release_schedule(edition=obj, by=self.request.user, now=self.now)


class CancelSession(OfficeAction):
    act = "cancel"
    label = _("Cancel the session")
    question = _("It stays in the schedule, marked as cancelled; the public learns it with the next release.")

    def perform(self, obj, data):
        return cancel_session(session=obj, by=self.request.user, now=self.now, reason=data["reason"])


class RestoreSession(OfficeAction):
    act = "restore"
    label = _("Let it take place after all")
    question = _("It must still fit: its room and its people have to be free.")

    def perform(self, obj, data):
        return restore_session(session=obj, by=self.request.user, now=self.now, reason=data["reason"])
