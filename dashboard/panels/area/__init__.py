"""A number per district."""
