from .actions.inviting import expire_what_is_over
from .actions.lists import fill_lists
from .actions.reminding import remind_drafts


def tick(now):
    fill_lists()
    return {"reminded": remind_drafts(now=now), "expired": expire_what_is_over(now=now)}
