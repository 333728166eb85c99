from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"
    label = "events"
    # Left to right: a slice imports only those before it.
    slices = ("editions", "speakers", "schedule")
