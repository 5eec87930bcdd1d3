"""Views laid out as pages: which sentences, fields and columns, in which order."""
