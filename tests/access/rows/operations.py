from access.table import EVERYBODY, Row

ROWS = [
    Row("choose_language", see=EVERYBODY, ok=302),
    Row("healthz", see=EVERYBODY),
    # No worker runs beside the tests: the page says so, to everybody alike.
    Row("readyz", see=EVERYBODY, ok=503),
    Row("favicon", see=EVERYBODY, ok=302),
]
