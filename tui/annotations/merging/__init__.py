"""Joining the annotations of several people, and deciding where they disagree."""
