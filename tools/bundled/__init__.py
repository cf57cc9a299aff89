"""Makes the files that are brought along: compiled ones from what reports say, invented ones from a fixed seed."""
