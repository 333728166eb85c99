"""Page types of the site, the topics of its news, and what a search finds."""
# ruff: noqa: F401

from .content import ContentPage
from .found import FoundKind, SearchEntry, SearchWord
from .home import HomePage
from .news import NewsIndexPage, Topic
from .person_card import PersonCard
from .story import StoryPage, StoryTag
