"""The commands that write files: how each asks for what it needs, and how all carry it out."""
