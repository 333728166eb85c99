"""Writing to the office without an account: a form whose message goes into the outbox."""
