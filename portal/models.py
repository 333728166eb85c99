"""Every table of this app: a model whose module nobody imports would vanish from the migrations silently.

People first: the user model must be known before any table that points to it.
"""
# ruff: noqa: F401, I001

from portal.people.models import NameConsent, RoleAssignment, User
from portal.access.models import SignedLink, SignedLinkUse, Tally
from portal.clock.models import OfficeHours, SpecialDay
from portal.files.models import FileReading, PrivateFile
from portal.hospital.models import Department, Room
from portal.mail.models import MailSecret, OutboxMessage
from portal.operations.models import DemoRow, Heartbeat
from portal.calendars.models import CalendarFeed
from portal.translations.models import TranslationLevel
from portal.pages.models import ContentPage, HomePage, NewsIndexPage, SiteIdentity, StoryPage, StoryTag, Topic
from portal.pages.models import SearchEntry, SearchWord
from portal.digest.models import DigestCopy, DigestIssue, DigestStory, DigestTiming, Subscriber
