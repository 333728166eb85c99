"""Instants in two cities, working days, holidays."""
