"""An application's answers as one flat dict of field → value, which the form, the check and the reading page share."""

from datetime import date

from ..models import Affiliation, DateWindow
from .names import fold

MOST_AFFILIATIONS = 3
MOST_WINDOWS = 4
AFFILIATION_PARTS = ("name", "department", "city", "country")
COLUMNS = (
    "surname", "given_names", "preferred_name", "chinese_name", "birth_date", "nationality", "second_nationality", "phone",
    "specialty", "specialty_detail", "post", "post_since", "qualified_in", "training", "registered_with",
    "registration_number", "proposal", "knows_here", "place_offered", "place_purpose", "place_months", "places",
    "place_department", "place_note",
)  # fmt: skip
PARTICIPATION = {"observe": "observes", "lecture": "lectures", "operate": "operates"}


def with_rows(queryset):
    """Applications with everything that `values_of` reads, in a constant number of queries."""
    return queryset.select_related("cycle", "person", "specialty").prefetch_related("affiliations__partner", "windows")


def values_of(application):
    """dict of field → value (date, int, str, list for participation, key for the specialty)."""
    values = {name: getattr(application, name) for name in COLUMNS}
    values["specialty"] = application.specialty_id
    values["nationality"] = application.nationality.code or ""
    values["second_nationality"] = application.second_nationality.code or ""
    values["participation"] = [str(value) for value in application.participation]
    values["sending"] = ""
    for row in application.affiliations.all():
        for part in AFFILIATION_PARTS:
            value = getattr(row, part)
            values[f"affiliation_{row.place}_{part}"] = (value.code or "") if part == "country" else value
        if row.sending:
            values["sending"] = str(row.place)
    for row in application.windows.all():
        values[f"window_{row.place}_from"], values[f"window_{row.place}_to"] = row.first_day, row.last_day
    return values


def as_text(value):
    """A value as a control holds it."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ",".join(str(item) for item in value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def texts_of(application):
    """dict of field → text as its control holds it; what was typed and fits no column stands as it was typed."""
    return {name: as_text(value) for name, value in values_of(application).items()} | application.typed


def write_values(application, values):
    """Put cleaned values into columns and rows. Saves the rows; the caller saves the application."""
    for name in COLUMNS:
        if name in values:
            target = "specialty_id" if name == "specialty" else name
            setattr(application, target, values[name])
    if "participation" in values:
        for value, column in PARTICIPATION.items():
            setattr(application, column, value in values["participation"])
    whole = values_of(application) | values
    if any(name.startswith("affiliation_") or name == "sending" for name in values):
        write_affiliations(application, whole)
    if any(name.startswith("window_") for name in values):
        write_windows(application, whole)


def write_affiliations(application, whole):
    said = {(row.name, row.country): row.partner for row in application.affiliations.all() if row.partner_said}
    kept = []
    for place in range(1, MOST_AFFILIATIONS + 1):
        parts = {part: whole.get(f"affiliation_{place}_{part}") or "" for part in AFFILIATION_PARTS}
        if any(parts.values()):
            kept.append(Affiliation(application=application, place=place, **parts))
    ours = partners_by_name({row.country for row in kept if row.name and row.country})
    for row in kept:
        # What the office said of a hospital stays while the hospital does, "none of ours" too.
        hospital = (row.name, row.country)
        row.partner_said = hospital in said
        row.partner = said[hospital] if row.partner_said else ours.get((str(row.country), fold(row.name.strip())))
    chosen = str(whole.get("sending") or "1")
    sending = next((row for row in kept if str(row.place) == chosen), kept[0] if kept else None)
    if sending:
        sending.sending = True
    application.affiliations.all().delete()
    Affiliation.objects.bulk_create(kept)


def partners_by_name(countries):
    """Our partners in these countries: dict of (country, folded name) → partner; asks nothing without countries."""
    from exchange.partners.models import Partner

    if not countries:
        return {}
    return {
        (str(partner.country), fold(name)): partner
        for partner in Partner.objects.filter(country__in=countries)
        for name in (partner.name, partner.name_zh)
        if name
    }


def write_windows(application, whole):
    application.windows.all().delete()
    DateWindow.objects.bulk_create(
        DateWindow(
            application=application,
            place=place,
            first_day=whole.get(f"window_{place}_from"),
            last_day=whole.get(f"window_{place}_to"),
        )
        for place in range(1, MOST_WINDOWS + 1)
        if whole.get(f"window_{place}_from") or whole.get(f"window_{place}_to")
    )
