from access.table import EVERYBODY, Row

ROWS = [Row("contact", see=EVERYBODY), Row("contact_sent", see=EVERYBODY)]
