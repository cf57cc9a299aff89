"""Makes the files of the sample: compiled ones from what reports say, invented ones from a fixed seed."""
