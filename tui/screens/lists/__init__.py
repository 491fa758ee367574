"""Screens with one long list each: figures, names, annotations, tags, changes, hits."""
