"""The public API, /api/v1/: what anybody may read, for programs. docs/machines.md documents it."""
