"""Loaders: the separate processes that write what the dashboard shows."""
