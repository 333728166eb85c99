import json
import logging

from django.core.management.base import BaseCommand, CommandError

from portal.clock.system import system_now
from portal.operations.demo_loading import DemoRefused, describe, load_demo, stale_since
from portal.operations.demo_renewal import renew_demo


class Command(BaseCommand):
    help = "Loads the demo site (what is there already stays), or prints it with --json. Refused in production."

    def add_arguments(self, parser):
        parser.add_argument(
            "--json",
            action="store_true",
            help="print people and pages; signed links are issued afresh",
        )
        parser.add_argument("--renew", action="store_true", help="make a stale demo anew, as of today")

    def handle(self, *args, renew=False, **options):
        # Wagtail names every page that it makes; here that would bury the one line that counts.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        try:
            if options["json"]:
                return self.print_json()
            if renew:
                renew_demo(now=system_now)
            demo = load_demo(now=system_now)
        except DemoRefused as refused:
            raise CommandError(str(refused)) from refused
        old = stale_since(demo.today)
        if old:
            self.stdout.write(f"The demo was loaded for {old}; `make demo` renews it.")
        self.stdout.write("The demo is loaded.")
        return None

    def print_json(self):
        self.stdout.write(json.dumps(describe(), ensure_ascii=False, indent=2))
