"""The language server: what an editor asks about the files that are open in it, and is told."""
