import pytest

from portal.access import permissions
from portal.access.permissions import Answers, may, visible_to
from portal.files import checks
from portal.files.models import FileReading, PrivateFile
from portal.files.ownership import holders_of, is_held, unheld

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(holders, monkeypatch):
    """Lines of the log stand for rows of a slice that hold files; each is its person's."""

    class Spokesman(Answers):
        model = FileReading

        def visible_to(self, person):
            return FileReading.objects.filter(person=person)

        def may(self, person, act, obj):
            return act == "read file" and obj.person == person

    monkeypatch.setitem(permissions._answers, FileReading, Spokesman())
    holders(FileReading, "file")


def hold(file, person, noon):
    return FileReading.objects.create(file=file, person=person, at=noon, what="head")


def test_one_file_in_two_hands_is_read_by_both(kept, people, shelf, noon):
    file = kept(people["jana"])
    rows = [hold(file, people["office"], noon), hold(file, people["marek"], noon)]
    assert set(holders_of(file)) == set(rows)
    assert may(people["office"], "read", file)
    assert may(people["marek"], "read", file)
    assert not may(people["marek"], "see pages", file)
    # Once somebody holds it, having sent it gives no right any more.
    assert not may(people["jana"], "read", file)


def test_held_and_unheld(kept, people, shelf, noon):
    file, loose = kept(people["jana"]), kept(people["marek"])
    hold(file, people["jana"], noon)
    assert is_held(file)
    assert not is_held(loose)
    assert list(unheld(PrivateFile.objects.all())) == [loose]


def test_what_a_person_may_know_of(kept, people, shelf, noon):
    file = kept(people["jana"])
    hold(file, people["office"], noon)
    hold(file, people["office"], noon)
    assert list(visible_to(people["office"], PrivateFile)) == [file]
    assert list(visible_to(people["jana"], PrivateFile)) == [file]
    assert not visible_to(people["marek"], PrivateFile).exists()


def test_a_file_of_a_draft_without_an_account_is_nobodys(kept, people):
    file = kept(None)
    assert not may(people["jana"], "read", file)


def test_a_private_storage_inside_a_served_folder_is_an_error(settings, private_store):
    assert checks.private_storage_is_private(None) == []
    settings.MEDIA_ROOT = private_store.parent
    assert [error.id for error in checks.private_storage_is_private(None)] == ["portal.files.E001"]


def test_a_holder_that_is_not_registered_is_an_error(monkeypatch):
    class Relation:
        related_model = FileReading
        field = FileReading._meta.get_field("file")

    monkeypatch.setattr(checks, "unregistered_relations", lambda model: [Relation])
    assert [error.id for error in checks.every_holder_is_registered(None)] == ["portal.files.E002"]
