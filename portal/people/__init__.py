"""User, names, who holds which role, sign-in, "my data"."""
