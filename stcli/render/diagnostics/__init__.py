"""What `check` found, drawn: one module a format, each with a `draw` of the same shape."""
