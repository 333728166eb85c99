from django.core.management.base import BaseCommand, CommandError

from portal.clock.system import system_now
from portal.operations.doctor import examine


class Command(BaseCommand):
    help = "Says in plain lines what is wrong with this installation, and what to do about each."

    def handle(self, *args, **options):
        lines = examine(now=system_now)
        for line in lines:
            self.stdout.write(f"- {line}")
        if lines:
            raise CommandError(f"{len(lines)} findings.", returncode=1)
        self.stdout.write("Nothing is wrong.")
