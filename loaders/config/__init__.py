"""The sources that may be loaded, as the operator declares them."""
