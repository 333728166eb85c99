"""One address of every kind of page that this slice serves."""

from django.urls import reverse


def pages():
    return {
        "office_translations": reverse("translations_out_of_date"),
        "office_translations_in_progress": reverse("translation_progress"),
    }
