"""The engine, shown on the outbox's table: only its transitions write a state, and each writes the record."""

import pytest
from django.db import transaction

from portal.lifecycle.audit import history, record
from portal.lifecycle.models import UnguardedWrite
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import NotPossibleNow, Overtaken, ReasonMissing
from portal.lifecycle.table import all_lifecycles
from portal.mail.models import OutboxMessage
from portal.mail.outbox import keep

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail(noon):
    return keep(kind="test", address="a@b.example", subject="s", text="t", now=noon)


def test_a_move_writes_state_columns_and_one_line(mail, noon, person_with):
    clerk = person_with("office")
    with transaction.atomic():
        move(mail, "hold", by=clerk, at=noon, note={"n": 1}, problem="p")
    mail.refresh_from_db()
    assert (mail.state, mail.problem) == ("held", "p")
    (line,) = history(mail)
    assert (line.action, line.user, line.timestamp) == ("portal.outboxmessage.hold", clerk, noon)
    assert line.data == {"why": "", "from": "queued", "to": "held", "n": 1}


def test_a_transition_that_does_not_exist_is_refused(mail, noon):
    with transaction.atomic(), pytest.raises(NotPossibleNow):
        move(mail, "let_go", by=None, at=noon)


def test_a_reason_that_is_asked_for_must_be_given(mail, noon, person_with):
    with transaction.atomic():
        move(mail, "hold", by=None, at=noon)
    with transaction.atomic(), pytest.raises(ReasonMissing):
        move(mail, "give_up", by=person_with("office"), at=noon, reason="  ")


def test_whoever_read_an_older_state_is_told(mail, noon):
    stale = OutboxMessage.objects.get(pk=mail.pk)
    with transaction.atomic():
        move(mail, "hold", by=None, at=noon)
    with transaction.atomic(), pytest.raises(Overtaken):
        move(stale, "recall", by=None, at=noon)
    assert history(mail).count() == 1


def test_a_move_outside_a_transaction_is_a_programming_error(mail, noon, monkeypatch):
    from portal.lifecycle import moving

    class NoBlock:
        in_atomic_block = False

    monkeypatch.setattr(moving.transaction, "get_connection", lambda: NoBlock)
    with pytest.raises(RuntimeError):
        move(mail, "hold", by=None, at=noon)


def test_the_clock_does_only_what_the_table_gives_it(mail, noon):
    with transaction.atomic():
        move(mail, "hold", by=None, at=noon)
    with transaction.atomic(), pytest.raises(RuntimeError):
        move(mail, "let_go", by=None, at=noon)


def test_other_writers_are_stopped(mail):
    with pytest.raises(UnguardedWrite):
        OutboxMessage.objects.filter(pk=mail.pk).update(state="sent")
    mail.state = "sent"
    with pytest.raises(UnguardedWrite):
        mail.save()
    with pytest.raises(UnguardedWrite):
        OutboxMessage.objects.bulk_update([mail], ["state"])
    with pytest.raises(UnguardedWrite):
        OutboxMessage(state="sent", message_id="x").save()
    with pytest.raises(UnguardedWrite):
        mail.delete()
    with pytest.raises(UnguardedWrite):
        OutboxMessage._base_manager.all().delete()


def test_an_unknown_act_is_not_recorded(mail, noon):
    with pytest.raises(Exception, match="not been registered"):
        record(mail, "portal.outboxmessage.sing", by=None, at=noon)


@pytest.mark.parametrize("entity", sorted(all_lifecycles()))
def test_every_table_is_whole(entity):
    """Every state can be reached from a birth; every transition leaves and reaches states that exist."""
    table = all_lifecycles()[entity]
    known = set(table.states.values)
    assert {row.target for row in table.transitions} | set(table.born) == known
    assert all(set(row.sources) <= known and row.who for row in table.transitions)
    reached = set(table.born)
    while True:
        more = {row.target for row in table.transitions if set(row.sources) & reached} - reached
        if not more:
            break
        reached |= more
    assert reached == known


@pytest.mark.parametrize("entity", sorted(all_lifecycles()))
def test_no_two_transitions_of_a_name_leave_one_state(entity):
    table = all_lifecycles()[entity]
    pairs = [(row.name, source) for row in table.transitions for source in row.sources]
    assert sorted({pair for pair in pairs if pairs.count(pair) > 1}) == []
