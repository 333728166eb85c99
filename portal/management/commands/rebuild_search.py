from django.core.management.base import BaseCommand

from portal.pages.searching.index import renew_all


class Command(BaseCommand):
    help = "Makes the search's index anew; what is right is left alone. The worker does it each night by itself."

    def handle(self, *args, **options):
        for name, (written, gone) in renew_all().items():
            self.stdout.write(f"{name}: {written} written, {gone} taken out")
