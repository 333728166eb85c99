"""Page types of the site and the topics of its news."""
# ruff: noqa: F401

from .content import ContentPage
from .home import HomePage
from .identity import SiteIdentity
from .news import NewsIndexPage, Topic
from .story import StoryPage, StoryTag
