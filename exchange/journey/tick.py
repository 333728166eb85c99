from .running import run_what_is_due


def tick(now):
    return {"running": run_what_is_due(now=now)}
