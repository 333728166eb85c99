from django_tasks import task

from portal.clock.system import system_now


@task(queue_name="mail")
def deliver_mail(message_pk):
    from .sending import deliver

    return deliver(message_pk, now=system_now)
