"""Every table of this app: a model whose module nobody imports would vanish from the migrations silently."""
# ruff: noqa: F401, I001

from events.editions.models import Edition, ForumPage, ForumSeries, SubForum
from events.speakers.models import Speaker
from events.schedule.models import EditionPage, ScheduleRelease, Session, Talk
