"""An edition as schema.org tells it (JSON-LD): plain data for the page's head."""

ATTENDED = "https://schema.org/OfflineEventAttendanceMode"
STATUS = {False: "https://schema.org/EventScheduled", True: "https://schema.org/EventCancelled"}


def event_of(schedule, *, url, session_url, organizer, address):
    """The edition as an Event with its sessions as subEvents.

    schedule: ReadSchedule. url: absolute address of the edition's page. session_url: slug to absolute
    address. organizer, address: names in the page's language.
    """
    place = _place(schedule.venue or organizer, address)
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": schedule.title,
        "url": url,
        "startDate": schedule.first_day.isoformat(),
        "endDate": schedule.last_day.isoformat(),
        "eventAttendanceMode": ATTENDED,
        "eventStatus": STATUS[False],
        "location": place,
        "organizer": {"@type": "Organization", "name": organizer},
        "subEvent": [
            _session(session, session_url(session.slug), place, address)
            for session in schedule.sessions
            if session.kind != "common"
        ],
    }


def _place(name, address):
    return {"@type": "Place", "name": name, "address": address}


def _session(session, url, place, address):
    told = {
        "@type": "Event",
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
    if session.summary:
        told["description"] = session.summary
    return told
