"""Files as their publishers make them, turned into the documented columns of our datasets."""
