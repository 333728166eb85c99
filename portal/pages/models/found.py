from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FoundKind(models.TextChoices):
    """What a hit is, in the order in which the filter lists them."""

    NEWS = "news", _("News")
    PAGE = "page", pgettext_lazy("kind of hits", "Pages")
    EDITION = "edition", _("Editions")
    SESSION = "session", _("Sessions")
    PERSON = "person", _("People")
    DOCUMENT = "document", _("Documents")


class SearchEntry(models.Model):
    """One thing that the public may find, in one language. Made from what is public (see searching/), never edited.

    source, owner: whose it is, such as the page of this number; whether that is public now is asked with each search.
    family: what its translations have in common. place: what its address is made of, where the owner does not say it.
    digest, cut_by: of what, and by which rules, its words were made.
    """

    key = models.CharField(max_length=160, unique=True)
    source = models.CharField(max_length=20)
    owner = models.PositiveBigIntegerField()
    family = models.CharField(max_length=120)
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=10, choices=FoundKind)
    topic = models.CharField(max_length=50, blank=True)
    day = models.DateField(null=True)
    place = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=300)
    title_line = models.CharField(max_length=700)
    lead = models.TextField(blank=True)
    text = models.TextField(blank=True)
    digest = models.CharField(max_length=40)
    cut_by = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [models.Index(fields=["source", "owner"], name="search_entry_of_an_owner")]

    def __str__(self):
        return self.title


class SearchWord(models.Model):
    """A token that finds an entry, and how much it weighs there."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="words")
    word = models.CharField(max_length=42)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("search word")
        verbose_name_plural = _("search words")
        constraints = [models.UniqueConstraint(fields=["word", "entry"], name="a_word_stands_once_in_an_entry")]

    def __str__(self):
        return self.word
