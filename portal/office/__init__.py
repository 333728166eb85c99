"""Bases of the Wagtail admin's lists, reports and exports; worklist; menu."""
