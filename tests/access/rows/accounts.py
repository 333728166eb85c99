"""allauth's pages: open to visitors, or for whoever is signed in."""

from access.table import ANYBODY, SIGNED_IN, Prefix, Row


def entrance(name, ok=200, **more):
    """Whoever is signed in already is led on."""
    return Row(name, see=SIGNED_IN, ok=302, anybody=(ok,), **more)


ROWS = [
    Prefix("account_"),
    entrance("account_login"),
    entrance("account_signup"),
    entrance("account_request_login_code"),
    Row("account_reset_password", see=SIGNED_IN | {ANYBODY}),
    Row("account_reset_password_done", see=SIGNED_IN | {ANYBODY}),
    Row("account_inactive", see=SIGNED_IN | {ANYBODY}),
    Row("account_logout", see=SIGNED_IN, anybody=(302,)),
    Row("account_email", see=SIGNED_IN),
    Row("account_change_password", see=SIGNED_IN),
    Row("account_reauthenticate", see=SIGNED_IN),
]
