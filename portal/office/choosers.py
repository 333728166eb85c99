"""The base of every chooser in the office: it offers what its reader may see, and lets nobody in who may not list it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.viewsets.chooser import ChooserViewSet

from portal.access.permissions import may, visible_to

from .policy import LayerPermissionPolicy
from .refusing import refuses_openly
from .search_terms import clean, matching


class WordsFilterForm(BaseFilterForm):
    """Looks for words in columns, as the office's lists do. A subclass names them."""

    search_fields = ()
    q = forms.CharField(
        label=_("Search term"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Search")})
    )

    def filter(self, objects):
        self.search_query = clean(self.cleaned_data["q"])
        self.is_searching = bool(self.search_query)
        return matching(objects, self.search_fields, self.search_query) if self.is_searching else objects


class OfficeChooserViewSet(ChooserViewSet):
    """A chooser. Set `model`, `icon`, `choose_one_text` and the like as in Wagtail.

    search_fields: the columns in which words are looked for. list_queryset(queryset): narrows what the person may see.
    Nothing is made in it: a row is made where its own screens are.
    """

    search_fields = ()

    @property
    def permission_policy(self):
        return LayerPermissionPolicy(self.model)

    def list_queryset(self, queryset):
        return queryset

    @property
    def choose_view_class(self):
        return self.narrowed(super().choose_view_class)

    @property
    def choose_results_view_class(self):
        return self.narrowed(super().choose_results_view_class)

    @property
    def chosen_view_class(self):
        return self.narrowed(super().chosen_view_class)

    @property
    def chosen_multiple_view_class(self):
        return self.narrowed(super().chosen_multiple_view_class)

    def narrowed(self, view_class):
        """Wagtail's view, on what the person may see instead of on every row."""
        viewset = self

        class Narrowed(view_class):
            filter_form_class = type("FilterForm", (WordsFilterForm,), {"search_fields": viewset.search_fields})

            def get_object_list(self):
                return viewset.list_queryset(visible_to(self.request.user, self.model_class))

            def get_object(self, pk):
                return self.get_object_list().get(pk__in=numbers([pk]))

            def get_objects(self, pks):
                return self.get_object_list().filter(pk__in=numbers(pks))

        return Narrowed

    def construct_view(self, view_class, **kwargs):
        view = super().construct_view(view_class, **kwargs)

        def asked(request, *args, **kwargs):
            if not may(request.user, "list", self.model):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return refuses_openly(asked)

    def get_urlpatterns(self):
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]


def numbers(texts):
    """Those of the texts that can be keys."""
    return [int(text) for text in texts if text.isascii() and text.isdigit()]
