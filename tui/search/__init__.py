"""Search through the whole library: what is asked, where it stands, and the index that answers at once."""
