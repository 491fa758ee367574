"""What is read: files become documents with one text."""
