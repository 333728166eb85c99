"""Two tabs, two devices: what of a writer's changes may be written over what now stands."""


def what_differs(changes, seen, stored):
    """Fields in which somebody else wrote something else meanwhile.

    changes: field → what the writer typed. seen: field → what the writer had before them when they typed, or None where
    that was not said. stored: field → what stands now. All are texts, as a control holds them. A field that already
    stands as the writer wants it is no difference.
    """
    different = []
    for name, typed in changes.items():
        now = stored.get(name, "")
        if now == typed:
            continue
        if seen is None or name not in seen or seen[name] != now:
            different.append(name)
    return different
