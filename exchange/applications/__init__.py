"""Invitations to apply, applications from the first word to the receipt, screening."""
