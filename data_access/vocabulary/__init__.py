"""The nouns that everyone shares. It imports nothing of ours."""
