"""What differs between two releases of a schedule. Plain data in, plain data out."""

NAMED = ("title_en", "title_zh")
PEOPLED = ("chairs",)
TIMED = ("starts_at", "ends_at")


def changes(before, after):
    """What became of each session: a list of {"what", "slug", "title_en", "title_zh", …}, in the order of
    the schedule.

    before: the schedule of the release before, or None for a first release, which changes nothing. after:
    the new one. "details" without a session stands for differences elsewhere, such as a biography.
    """
    if before is None:
        return []
    known = {session["slug"]: session for session in before["sessions"]}
    rooms = {**rooms_of(before), **rooms_of(after)}
    found = []
    for session in after["sessions"]:
        old = known.pop(session["slug"], None)
        found += _became(old, session, rooms)
    found += [_line("removed", old) for old in known.values()]
    if not found and _without_sequence(before) != _without_sequence(after):
        found.append({"what": "details"})
    return found


def rooms_of(schedule):
    return {room["id"]: room for room in schedule["rooms"]}


def _line(what, session, **more):
    return {
        "what": what,
        "slug": session["slug"],
        "title_en": session["title_en"],
        "title_zh": session["title_zh"],
        **more,
    }


def _became(old, new, rooms):
    if old is None:
        return [_line("added", new, at=new["starts_at"])]
    if old["state"] != new["state"]:
        return [_line("cancelled" if new["state"] == "cancelled" else "restored", new)]
    if new["state"] == "cancelled":
        return []
    lines = []
    if any(old[field] != new[field] for field in NAMED):
        lines.append(_line("renamed", new, old_en=old["title_en"], old_zh=old["title_zh"]))
    if any(old[field] != new[field] for field in TIMED):
        lines.append(_line("moved", new, old_at=old["starts_at"], at=new["starts_at"]))
    if old["room"] != new["room"]:
        lines.append(_line("other room", new, old_room=_names(rooms, old["room"]), room=_names(rooms, new["room"])))
    if any(old[field] != new[field] for field in PEOPLED) or _speakers(old) != _speakers(new):
        lines.append(_line("other people", new))
    if not lines and _rest(old) != _rest(new):
        lines.append(_line("reworded", new))
    return lines


def _names(rooms, room):
    known = rooms.get(room)
    return {"en": known["name_en"], "zh": known["name_zh"]} if known else None


def _speakers(session):
    return [talk["speaker"] for talk in session["talks"]]


def _rest(session):
    return {key: value for key, value in session.items() if key not in ("sequence", "changed_at")}


def _without_sequence(schedule):
    return {**schedule, "sessions": [_rest(session) for session in schedule["sessions"]]}
