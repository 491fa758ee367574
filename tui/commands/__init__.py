"""What the reader can do, and with which keys."""
