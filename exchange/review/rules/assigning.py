"""Applications spread over reviewers so that each reviewer carries about the same."""


def spread_evenly(wanted, allowed, load, taken):
    """(application, reviewer) pairs that bring each application as near as possible to its number of reviews.

    wanted: dict of application → how many more reviews it needs, in order. allowed: dict of application → reviewers who
    may. load: dict of reviewer → how many they hold. taken: pairs that exist already, recused ones among them.
    The least loaded reviewer comes first, then the lower key, so that the same input gives the same output.
    """
    carried = dict(load)
    known = set(taken)
    pairs = []
    for application, number in wanted.items():
        able = [who for who in allowed.get(application, ()) if (application, who) not in known]
        for reviewer in sorted(able, key=lambda who: (carried.get(who, 0), who))[: max(number, 0)]:
            carried[reviewer] = carried.get(reviewer, 0) + 1
            known.add((application, reviewer))
            pairs.append((application, reviewer))
    return pairs
