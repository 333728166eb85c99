"""Who gets which seat, and why or why not: pure decisions. Data and an instant in, data and reasons out."""
