import io
import json
import os
import sys

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command, get_commands
from django.db import OperationalError, connection

from portal.operations.clockwork import keep_time
from portal.operations.serving import Child, Supervisor, answers, port_is_free

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Serves the site with its worker and its clock until Ctrl-C. Behind `make run`."
    # A fault in the settings or models is for `manage.py check`; the children say it too.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=os.environ.get("PORT") or 8000)
        parser.add_argument("--prepare", action="store_true", help="first migrate and load the demo")
        parser.add_argument("--clock", action="store_true", help="be the clock alone: tick every minute")

    def handle(self, *args, port, prepare, clock, **options):
        if clock:
            return keep_time()
        if not port_is_free(HOST, port):
            raise CommandError(f"Port {port} is in use. Choose another: make run PORT={port + 1}")
        if prepare:
            self.prepare()
        connection.close()
        self.port, self.loads_demo = port, prepare
        Supervisor(self.children(), self.say).run(self.greet)
        self.say("Stopped.")
        return None

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()

    def prepare(self):
        """What a first start needs; a second one finds it there."""
        try:
            self.say("Bringing the database up to date …")
            call_command("migrate", verbosity=0)
            if settings.DEMO and "demo" in get_commands():
                self.say("Loading the demo …")
                call_command("demo", stdout=self.stdout)
        except OperationalError as fault:
            name = connection.settings_dict["HOST"] or connection.settings_dict["NAME"]
            reason = str(fault).strip().splitlines()[0]
            raise CommandError(f"The database ({name}) cannot be used: {reason}. Look at DATABASE_URL.")

    def children(self):
        manage = [sys.executable, "manage.py"]
        web = [sys.executable, "-m", "gunicorn", "portal.wsgi:application", "--bind", f"{HOST}:{self.port}"]
        web += ["--worker-class", "gthread", "--threads", "8", "--log-level", "warning", "--graceful-timeout", "5"]
        worker = [*manage, "db_worker", "--queue-name", "*", "--no-startup-delay", "--no-reload", "-v", "0"]
        # The terminal shows what is wrong and nothing else, unless somebody asked for more.
        environment = {"LOG_LEVEL": "WARNING", **os.environ}
        return [
            Child("The web server", web, environment),
            Child("The worker", worker, environment),
            Child("The clock", [*manage, "serve", "--clock"], environment),
        ]

    def greet(self):
        if not answers(HOST, self.port):
            return False
        self.say(f"\nThe site answers at http://{HOST}:{self.port}/ (office: /admin/). Ctrl-C ends it.")
        if self.loads_demo and settings.DEMO and "demo" in get_commands():
            self.sign_ins()
        return True

    def sign_ins(self):
        out = io.StringIO()
        call_command("demo", "--json", stdout=out)
        connection.close()
        people = json.loads(out.getvalue())["people"]
        if people:
            self.say(f"Mails are read at http://{HOST}:{self.port}/mailbox/. Sign in as:")
        width = max((len(person["role"]) for person in people), default=0)
        for person in people:
            self.say(f"  {person['role']:<{width}}  {person['email']}  {person['password']}  {person['start']}")
