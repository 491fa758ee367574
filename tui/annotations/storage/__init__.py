"""The annotations file: its journal, locks, folding, backups and history, under TinyDB's storage interface."""
