from .actions.clock import pass_time, remind


def tick(now):
    return {"cycles": pass_time(now=now), "reminded": remind(now=now)}
