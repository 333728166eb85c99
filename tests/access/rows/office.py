from access.table import EVERYBODY, KEEPERS, Row, office, viewset

ROWS = [
    Row("office_sign_in", see=EVERYBODY, ok=302),
    Row("office_sign_out", see=EVERYBODY, ok=405),
    office("office_find", KEEPERS),
    *viewset("holidays", "portal.SpecialDay", KEEPERS),
    office("holidays:load", KEEPERS),
]
