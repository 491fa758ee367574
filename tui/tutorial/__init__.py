"""The lesson that teaches the keys: what each step asks for, and how it is known to be done."""
