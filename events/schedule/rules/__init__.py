"""Decisions about a schedule, pure: which times are possible, what changed, how a release reads."""
