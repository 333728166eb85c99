"""Joins the harness to pytest; the fixtures themselves stand in tests/harness, one subject a file."""

pytest_plugins = [
    "harness.environment",
    "harness.databases",
    "harness.processes",
    "harness.browsers",
    "harness.thin_line",
    "harness.people",
    "harness.searching",
]
