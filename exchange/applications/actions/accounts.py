"""The account of somebody who gives their address to keep a draft."""

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from portal.people.models import User


def account_for(*, address, application, language, zone):
    """The person of an address; where there is none, a new one without a password, who is nobody until the code is entered.

    None for somebody who may no longer sign in. Whoever asks gets the same page and the same mail in every case.
    """
    address = User.objects.clean_address(address)
    person = User.objects.filter(email=address).first()
    if person is not None:
        return person if person.is_active else None
    try:
        with transaction.atomic():
            person = User.objects.create_user(email=address, language=language, time_zone=zone or application.time_zone)
            EmailAddress.objects.create(user=person, email=address, primary=True, verified=False)
    except IntegrityError:  # two tabs at once
        person = User.objects.filter(email=address).first()
    return person
