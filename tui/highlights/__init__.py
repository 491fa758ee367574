"""What the program finds in a document: figures and entities."""
