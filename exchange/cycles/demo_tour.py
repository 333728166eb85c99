from django.urls import reverse

from .models import CallPage, Cycle, ProgrammePage


def pages():
    """Addresses of the plan and of the open call, in both languages, and the call's calendar."""
    found = {}
    for page in ProgrammePage.objects.live().select_related("locale"):
        found[f"programme_{page.locale.language_code}"] = page.url
    for page in CallPage.objects.live().select_related("locale", "cycle").order_by("cycle__year"):
        found[f"call_{page.locale.language_code}"] = page.url
    newest = Cycle.objects.exclude(call_pages=None).order_by("-year").first()
    found["office_cycles"], found["office_criteria"] = reverse("cycles:index"), reverse("criteria:index")
    found["office_cycle_new"] = reverse("cycles:add")
    if newest:
        found["call_calendar"] = reverse("call_calendar", args=[newest.code])
        found["office_cycle"] = reverse("cycles:inspect", args=[newest.pk])
    return found
