import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_page_opens_and_axe_runs(new_page, axe):
    page = new_page(allow=["404"])
    answer = page.goto("/healthz")
    assert answer.status == 200
    page.set_content("<!doctype html><html lang=en><title>t</title><main><h1>t</h1><img src=x></main>")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_a_person_is_signed_in_by_a_cookie(new_page):
    from portal.people.models import User

    person = User.objects.create_user(email="signed.in@example.com", password="correct horse battery")
    page = new_page(person=person, allow=["403", "Forbidden"])
    # The office's door answers "no" to a person without a role, and leads everybody else to the sign-in.
    assert page.goto("/admin/").status == 403
