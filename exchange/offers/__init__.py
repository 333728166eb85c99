"""Offers hold seats, each with a clock of its own; the waiting list is strict."""
