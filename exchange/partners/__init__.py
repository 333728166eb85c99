"""Hospitals abroad with which people are exchanged."""
