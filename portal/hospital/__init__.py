"""The house: its departments and rooms, which visits and the forum both use."""
