"""Who speaks and who chairs at an edition."""
