"""Directives, the tasks they assign, and what is overdue."""

__version__ = "0.1.0"
