"""What makes the parts of the example that are compiled or invented."""
