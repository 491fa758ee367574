"""The main screen: an open document, what is done to it, and the library around it."""
