from django.urls import reverse


def pages():
    return {"office_departments": reverse("departments:index"), "office_rooms": reverse("rooms:index")}
