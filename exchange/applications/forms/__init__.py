"""The form in its sections, the sentences for what is wrong, and the office's forms."""
