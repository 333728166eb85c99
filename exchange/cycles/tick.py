from .actions import close_what_is_due


def tick(now):
    return {"closed": close_what_is_due(now=now)}
