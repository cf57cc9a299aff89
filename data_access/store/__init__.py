"""The door to the public store: one published version at a time, read from this host's own copy."""
