"""What the reader sees, a screen a module."""
