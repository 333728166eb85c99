"""What an action raises when it will not do what was asked. The words are for the person who asked."""

from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """An act that cannot be done now; `message` is a lazy sentence for the person, `field` names the input it is about."""

    def __init__(self, message, *, field=None):
        super().__init__(str(message))
        self.message = message
        self.field = field


class Overtaken(Refusal):
    """Somebody else (or the clock) changed the row since it was read; nothing was written."""

    def __init__(self, message=None):
        super().__init__(message or _("Somebody changed this a moment ago. Read it again, then decide."))


class NotPossibleNow(Refusal):
    """The transition does not exist from the row's state."""


class ReasonMissing(Refusal):
    def __init__(self):
        super().__init__(_("Give a reason. It is kept with the record."), field="reason")
