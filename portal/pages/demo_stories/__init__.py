"""The demo's twelve stories, each in English and Chinese. Data only; portal.pages.demo puts them on the site."""

from . import forum, placements, plan, reported

STORIES = (*reported.STORIES, *forum.STORIES, *plan.STORIES, *placements.STORIES)
