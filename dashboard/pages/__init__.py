"""A page is put together: what stands on it, for every medium that writes it."""
