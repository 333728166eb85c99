from django.urls import reverse

from portal.operations.models import DemoRow


def pages():
    rows = {row.key: row.obj for row in DemoRow.objects.filter(key__in=("opportunity.open.lung", "placement.abroad"))}
    if len(rows) < 2:
        return {}
    open_one, abroad = rows["opportunity.open.lung"], rows["placement.abroad"]
    return {
        "my_placements": reverse("my_placements"),
        "ask_for_place": reverse("ask_for_place", args=[open_one.pk]),
        "office_placement": reverse("placements:inspect", args=[abroad.pk]),
        "office_opportunity": reverse("opportunities:inspect", args=[open_one.pk]),
        "office_placements": reverse("placements:index"),
        "office_opportunities": reverse("opportunities:index"),
    }
