"""YAML texts read strictly, without types, and with the place of every value."""
