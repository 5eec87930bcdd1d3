"""Sentences for people, kept apart from the values that fill them, to be translated."""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """An English template with the values for its fields; `str()` gives the English sentence.

    The template is also the key under which a translation is found. Values are texts, numbers
    and days; they may come from a file and are never markup. Without values the template is the
    sentence as it stands, braces too.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.template.format_map(dict(self.values)) if self.values else self.template


def say(template: str, /, **values: object) -> Message:
    """Give the message of an English template and the values for its `{fields}`.

    Style of templates: lower case, no full stop, name the thing and say what to do.
    """
    return Message(template, tuple(values.items()))
