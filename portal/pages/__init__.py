"""Page types, blocks, what every page shares."""
