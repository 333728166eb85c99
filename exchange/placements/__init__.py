"""Young doctors abroad: places offered, who asks for them, and the stay."""
