from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.TextChoices):
    """What a message is about. The list is short, so that whoever opens the mail knows at once who answers it."""

    APPLYING = "applying", _("Applying for a visit to Shanghai")
    PLACEMENT = "placement", _("Going abroad, or a partner hospital")
    FORUM = "forum", _("The forum")
    PRESS = "press", _("Press and media")
    DATA = "data", _("What you keep about me")
    SITE = "site", _("Something on this site does not work for me")
    OTHER = "other", _("Something else")
