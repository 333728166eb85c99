"""What the office and hosts do with visits. Ends that touch seats live in exchange/journey/visit_ends.py."""
