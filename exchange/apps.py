from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "exchange"
    label = "exchange"
    # Left to right: a slice imports only those before it.
    slices = ("partners", "cycles", "applications", "review", "offers", "visits", "placements", "journey")
