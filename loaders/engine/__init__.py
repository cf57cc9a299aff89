"""One load from its file to the tables, and back."""
