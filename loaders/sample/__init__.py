"""The sample that a fresh checkout holds, and the scripts that made its files."""
