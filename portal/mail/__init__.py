"""The outbox: messages, sending, what the office sees of it."""
