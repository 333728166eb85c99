"""The waiting list while it is being decided: ranks without gaps, moved one step at a time."""


def ranked(pairs):
    """Keys in order from (rank or None, key) pairs; those without a rank come last."""
    return [key for _rank, key in sorted(pairs, key=lambda pair: (pair[0] is None, pair[0] or 0, pair[1]))]


def moved(keys, key, step):
    """The order with one key moved by a step (-1 up, 1 down); at an end it stays."""
    order = list(keys)
    at = order.index(key)
    target = min(max(at + step, 0), len(order) - 1)
    order.insert(target, order.pop(at))
    return order


def placed(keys, key, rank):
    """The order with one key put at a rank, counted from 1."""
    order = [other for other in keys if other != key]
    order.insert(min(max(rank - 1, 0), len(order)), key)
    return order
