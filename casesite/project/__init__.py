"""The folder on disk: the only room with a door."""
