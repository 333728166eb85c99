from django.core.management.base import BaseCommand

from portal.clock.system import system_now
from portal.operations.ticking import tick_once


class Command(BaseCommand):
    help = "Does what is due: call it every minute, from a timer. Safe to run twice at the same time."

    def handle(self, *args, **options):
        for name, result in tick_once(now=system_now).items():
            self.stdout.write(f"{name}: {result}")
