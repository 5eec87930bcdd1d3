"""Views and findings drawn: one module a format, named as the user types it."""
