"""Private uploads: check, store, serve, purge."""
