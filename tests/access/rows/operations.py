from access.table import EVERYBODY, Row

ROWS = [
    Row("choose_language", see=EVERYBODY, ok=(302,)),
    Row("healthz", see=EVERYBODY),
    Row("readyz", see=EVERYBODY, ok=(200, 503)),
    Row("favicon", see=EVERYBODY, ok=(301, 302)),
]
