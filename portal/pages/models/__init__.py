"""Page types of the site and the topics of its news."""
# ruff: noqa: F401

from .content import ContentPage
from .home import HomePage
from .news import NewsIndexPage, Topic
from .person_card import PersonCard
from .story import StoryPage, StoryTag
