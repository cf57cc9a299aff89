"""What makes the parts of the sample that are compiled or invented."""
