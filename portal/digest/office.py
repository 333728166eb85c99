"""Subscribers and digests in the office: read, counted, erased on request. Nobody types an address here."""

import django_filters
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from portal.office.columns import InstantColumn, StateColumn
from portal.office.viewsets import RecordViewSet, offer
from portal.pages.models import Topic

from .models import DigestIssue, Subscriber
from .office_pages import DigestPage, EraseSubscriber, SubscriberPage, SubscribersIndex, topics_in_words
from .queries import wanting, with_counts

STATES = {"confirmed": "good", "unconfirmed": "wait", "paused": "stop"}


class SubscriberFilters(WagtailFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)
    topic = django_filters.ModelChoiceFilter(
        label=_("Gets the topic"), queryset=Topic.objects.all(), method="get_the_topic"
    )

    class Meta:
        model = Subscriber
        fields = ["state", "language", "topic"]

    def get_the_topic(self, queryset, name, topic):
        return wanting(queryset, topic)


class SubscribersOffice(RecordViewSet):
    model = Subscriber
    name = "subscribers"
    icon = "mail"
    menu_label = _("Subscribers")
    menu_order = 260
    index_view_class = SubscribersIndex
    inspect_view_class = SubscriberPage
    ordering = "-asked_at"
    list_display = [
        Column("address", label=_("E-mail"), sort_key="address"),
        StateColumn("state", label=_("State"), kinds=STATES),
        Column("language", label=_("Language"), accessor="get_language_display", sort_key="language"),
        Column("topics", label=_("Topics"), accessor=topics_in_words),
        InstantColumn("asked_at", label=_("Asked for the news"), sort_key="asked_at"),
        InstantColumn("confirmed_at", label=_("Confirmed"), sort_key="confirmed_at"),
    ]
    filterset_class = SubscriberFilters
    search_fields = ["address"]
    actions = (EraseSubscriber,)

    def list_queryset(self, queryset):
        return queryset.prefetch_related("topics")


class DigestsOffice(RecordViewSet):
    model = DigestIssue
    name = "digests"
    icon = "mail"
    menu_label = _("Digests sent")
    in_menu = False
    ordering = "-due_at"
    list_display = [
        InstantColumn("due_at", label=_("Hour"), sort_key="due_at"),
        Column("story_count", label=_("Stories")),
        Column("copy_count", label=_("Subscribers who got it")),
        InstantColumn("closed_at", label=_("All mails written"), sort_key="closed_at"),
    ]
    inspect_view_fields = ["due_at", "made_at", "closed_at"]
    inspect_view_class = DigestPage

    def list_queryset(self, queryset):
        return with_counts(queryset)


offer(SubscribersOffice(), DigestsOffice())
