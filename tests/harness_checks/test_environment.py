"""The harness keeps its own promises."""

import pytest
from django.conf import settings
from django.core.mail import send_mail
from django.db import connection, connections


def test_mail_goes_to_the_outbox_also_in_tests():
    assert settings.EMAIL_BACKEND == "portal.mail.backend.OutboxBackend"


@pytest.mark.django_db
def test_a_sent_mail_is_a_row():
    from portal.mail.models import OutboxMessage

    send_mail("Greeting", "Good day", None, ["somebody@example.com"])
    assert OutboxMessage.objects.filter(address="somebody@example.com").count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_what_migrations_put_in_survives_a_transactional_test(turn):
    from wagtail.models import Page

    assert Page.objects.filter(depth=1).exists()
    Page.objects.filter(depth__gt=1).delete()


@pytest.mark.both
@pytest.mark.django_db(transaction=True)
def test_a_worker_has_a_database_of_its_own():
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM django_migrations")
        assert cursor.fetchone()[0] > 100
    assert "worker" in str(connections.settings["default"]["NAME"])
