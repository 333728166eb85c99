from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.forms import ValidationError

from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal
from portal.pages.founding import found_site
from portal.people.actions import start_site


class Command(BaseCommand):
    help = "Starts a site: its pages, and its first administrator, who gets a mail with a link that sets a password."

    def add_arguments(self, parser):
        parser.add_argument("--email", help="asked for if missing")
        parser.add_argument("--name", help="as people say it; asked for if missing")
        parser.add_argument("--language", choices=["en", "zh-hans"], default="zh-hans")

    def handle(self, *args, email, name, language, **options):
        email = email or input("E-mail of the first administrator: ")
        name = name or input("Name: ")
        try:
            validate_email(email)
            found_site(system_now)
            person = start_site(email=email, name=name, language=language, now=system_now)
        except (ValidationError, Refusal) as refused:
            raise CommandError(" ".join(getattr(refused, "messages", [str(refused)]))) from refused
        self.stdout.write(
            f"{person} is the administrator. An invitation to {person.email} waits in the outbox; the worker sends it "
            "(manage.py db_worker --queue-name '*')."
        )
