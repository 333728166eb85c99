"""Visits with their itineraries, and the page of those who were here."""

from .pages import PastExpertsPage
from .visit import AcceptedOverlap, ItineraryItem, Visit

__all__ = ["AcceptedOverlap", "ItineraryItem", "PastExpertsPage", "Visit"]
