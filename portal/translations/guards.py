"""The library's translation views behind our own questions. They stand at its addresses and are found before them.

What it leaves open: submitting makes copies of parents that have no translation, "publish immediately" asks nobody whether
they may publish, an alias puts the other language's words on the site unasked, and its lists ask for no role at all.
"""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from portal.access.permissions import may, require
from portal.office.heading import heading
from portal.office.refusing import refuses_openly

from .models import TranslationLevel
from .rules import keeps_address


def require_editing(person, page):
    """Raise PermissionDenied where the person may not translate, or not edit this page."""
    if not may(person, "translate", TranslationLevel) or not page.permissions_for_user(person).can_edit():
        raise PermissionDenied


class SubmitPage(SubmitPageTranslationView):
    """A page is submitted once the page above it is there in the other language; its translation begins as a draft."""

    def get_object(self):
        page = super().get_object()
        require_editing(self.request.user, page)
        return page

    def get_form(self):
        if not hasattr(self, "_form"):
            self._form = super().get_form()
        return self._form

    def form_valid(self, form):
        above = self.object.get_parent()
        locales = list(form.cleaned_data["locales"])
        missing = [locale for locale in locales if above.depth > 1 and not above.has_translation(locale)]
        if missing:
            words = _("“%(above)s” is not there in %(language)s yet. Translate that page first.")
            for locale in missing:
                form.add_error("locales", words % {"above": above.title, "language": locale.get_display_name()})
            return self.render_to_response(self.get_context_data())
        response = super().form_valid(form)
        for locale in locales:
            if keeps_address(locale.language_code):
                keep_address(self.object, locale, self.request.user)
        return response


def keep_address(page, locale, person):
    """The translation takes the address of its original, so that nobody has to type it again."""
    segment = StringSegment.objects.filter(
        source__object_id=page.translation_key, source__locale_id=page.locale_id, context__path="slug"
    )
    for piece in segment.select_related("string"):
        StringTranslation.objects.get_or_create(
            translation_of_id=piece.string_id,
            context_id=piece.context_id,
            locale=locale,
            defaults={"data": piece.string.data, "last_translated_by": person},
        )


class UpdatePage(UpdateTranslationsView):
    """The words of the original are taken over; only who may publish the translation may do so in the same step."""

    def get_object(self):
        source = super().get_object()
        require_editing(self.request.user, source.get_source_instance())
        return source

    def may_publish(self):
        targets = Translation.objects.filter(source=self.object, enabled=True)
        pages = [translation.get_target_instance() for translation in targets]
        return all(page.permissions_for_user(self.request.user).can_publish() for page in pages)

    def get_form(self):
        form = super().get_form()
        if not self.may_publish():
            form.fields.pop("publish_translations")
        return form

    def form_valid(self, form):
        form.cleaned_data.setdefault("publish_translations", False)
        return super().form_valid(form)


@refuses_openly
def progress(request, **kwargs):
    """The library's report: how much of each translation is done."""
    require(request.user, "list", TranslationLevel)
    return TranslationsReportView.as_view(**kwargs)(request)


@refuses_openly
def no_alias(request, page_id):
    """Why this site has no alias pages."""
    require(request.user, "list", TranslationLevel)
    context = heading(_("There are no alias pages here"), "site")
    return render(request, "portal/translations/no_alias.html", context, status=409)


@refuses_openly
def nothing_here(request, **kwargs):
    raise PermissionDenied
