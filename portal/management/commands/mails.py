from django.core.management.base import BaseCommand
from django.db.models import Count

from portal.clock.system import system_now
from portal.mail.actions import hold_all_unsent
from portal.mail.models import OutboxMessage


class Command(BaseCommand):
    help = "The outbox: `mails count` says how many stand in which state; `mails hold` holds whatever has not left."

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["count", "hold"])

    def handle(self, *args, what, **options):
        if what == "hold":
            held = hold_all_unsent(now=system_now)
            self.stdout.write(f"{held} mails are held now. Staff let them go one by one in the office, under Mail.")
            return
        for row in OutboxMessage.objects.order_by("state").values("state").annotate(number=Count("pk")):
            self.stdout.write(f"{row['state']}: {row['number']}")
