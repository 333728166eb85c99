"""What the office, the director and time do with seats and offers. Answers of the person stand in `journey`."""
