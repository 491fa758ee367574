"""newsreader: a terminal workbench for reading the news closely."""
