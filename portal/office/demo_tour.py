from django.urls import reverse


def pages():
    return {"office_holidays": reverse("holidays:index"), "office_holidays_load": reverse("holidays:load")}
