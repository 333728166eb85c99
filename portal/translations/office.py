"""Translations in the office: the report, the notices in the page editors, and our questions before the library's views."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.access.permissions import may
from portal.office.refusing import refuses_openly

from . import guards, views
from .models import TranslationLevel
from .notices import tell

ALIAS = "localize-convert-to-alias"


@hooks.register("register_admin_urls")
def translation_urls():
    library = "localize"
    return [
        path("translations/", views.report, name="translations_out_of_date"),
        path("translations/<int:pk>/settle/", refuses_openly(views.SettleView.as_view()), name="translation_settle"),
        path(
            "translations/<int:pk>/hand-over/",
            refuses_openly(views.HandOverView.as_view()),
            name="translation_hand_over",
        ),
        path(
            f"{library}/submit/page/<int:page_id>/",
            refuses_openly(guards.SubmitPage.as_view()),
            name="translation_submit",
        ),
        path(
            f"{library}/update/<int:translation_source_id>/",
            refuses_openly(guards.UpdatePage.as_view()),
            name="translation_update",
        ),
        path(f"{library}/page/<int:page_id>/convert_to_alias/", guards.no_alias, name="translation_no_alias"),
        path(f"{library}/reports/translations/", guards.progress, name="translation_progress"),
        path(
            f"{library}/reports/translations/results/",
            guards.progress,
            {"results_only": True},
            name="translation_progress_results",
        ),
        path(f"{library}/submit/snippet/<path:rest>", guards.nothing_here, name="translation_no_snippets"),
        path(f"{library}/api/snippets/<path:rest>", guards.nothing_here, name="translation_no_api"),
    ]


class TranslationsItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, "list", TranslationLevel)


@hooks.register("register_reports_menu_item")
def report_item():
    return TranslationsItem(
        _("Translations out of date"), reverse("translations_out_of_date"), icon_name="history", order=100
    )


@hooks.register("before_edit_page", order=-10)
def tell_what_is_newer(request, page):
    """Before Wagtail's editor and the translation editor alike."""
    if request.method == "GET":
        tell(request, page)


@hooks.register("construct_page_action_menu")
def hide_aliases(items, request, context):
    items[:] = [item for item in items if item.name != ALIAS]
