"""An edition and its sessions as schema.org tells them (JSON-LD): plain data for the page's head."""

ATTENDED = "https://schema.org/OfflineEventAttendanceMode"
STATUS = {False: "https://schema.org/EventScheduled", True: "https://schema.org/EventCancelled"}


def event_of(schedule, *, url, session_url, organizer, address, image, description=""):
    """The edition as an Event with its sessions as subEvents.

    schedule: ReadSchedule. url, image: absolute addresses of the edition's page and of a picture. session_url: slug to
    absolute address. organizer: a node of the organization. address: of the place, in the page's language.
    """
    place = _place(schedule.venue or organizer["name"], address)
    return _described(
        {
            "@type": "Event",
            "@id": f"{url}#event",
            "name": schedule.title,
            "url": url,
            "image": image,
            "startDate": schedule.first_day.isoformat(),
            "endDate": schedule.last_day.isoformat(),
            "eventAttendanceMode": ATTENDED,
            "eventStatus": STATUS[False],
            "location": place,
            "organizer": organizer,
            "subEvent": [
                session_event(session, session_url(session.slug), place, address)
                for session in schedule.sessions
                if session.kind != "common"
            ],
        },
        description,
    )


def lone_session(session, schedule, *, url, edition_url, organizer, address, image):
    """One session as the Event of its own page, within that of its edition. edition_url: "" where it has no page."""
    told = session_event(session, url, _place(schedule.venue or organizer["name"], address), address)
    whole = {
        "@type": "Event",
        "name": schedule.title,
        "startDate": schedule.first_day.isoformat(),
        "endDate": schedule.last_day.isoformat(),
        "location": _place(schedule.venue or organizer["name"], address),
    }
    if edition_url:
        whole |= {"@id": f"{edition_url}#event", "url": edition_url}
    return {**told, "image": image, "organizer": organizer, "superEvent": whole}


def session_event(session, url, place, address):
    told = {
        "@type": "Event",
        "@id": f"{url}#event",
        "name": session.title,
        "url": url,
        "startDate": session.starts.isoformat(),
        "endDate": session.ends.isoformat(),
        "eventAttendanceMode": ATTENDED,
        "eventStatus": STATUS[session.cancelled],
        "location": _place(session.room_name, address) if session.room_name else place,
    }
    if session.people:
        told["performer"] = [{"@type": "Person", "name": person.name} for person in session.people]
    return _described(told, session.summary)


def _place(name, address):
    return {"@type": "Place", "name": name, "address": address}


def _described(told, description):
    return {**told, "description": description} if description else told
