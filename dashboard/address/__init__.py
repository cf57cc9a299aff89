"""Addresses: which page, in which language, of which choice, and who asks."""
