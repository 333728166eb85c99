from .actions import lapse_what_is_over


def tick(now):
    return {"lapsed": lapse_what_is_over(now=now)}
