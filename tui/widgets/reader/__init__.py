"""The reader: a document's text with everything that lies on it."""
