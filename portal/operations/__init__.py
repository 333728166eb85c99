"""Health, tick, demo, and what a system administrator runs."""
