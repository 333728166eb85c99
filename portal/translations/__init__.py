"""Pages in two languages: how they are translated, and which translation is out of date."""
