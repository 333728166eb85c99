"""Searching what is public: an index of our own, the same on every database. See docs/decisions/0004-search.md."""
