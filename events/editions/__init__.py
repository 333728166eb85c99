"""The forum's series, its editions and their sub-forums."""
