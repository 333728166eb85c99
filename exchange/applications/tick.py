from .actions.inviting import expire_what_is_over
from .actions.reminding import remind_drafts


def tick(now):
    return {"reminded": remind_drafts(now=now), "expired": expire_what_is_over(now=now)}
