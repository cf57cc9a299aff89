"""What the panels of each topic draw, say and tabulate from their frames; plain functions."""
