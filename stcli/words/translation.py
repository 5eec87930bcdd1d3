"""A message in the language of the reader; the rest of the program only speaks in messages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stcli.messages import Message
from stcli.states import State
from stcli.words.formats import Share, day, number, share
from stcli.words.languages import Language
from stcli.words.states import short_name

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_VALUE = 200
"""Characters of a value that a sentence shows; a file may hold a title of a megabyte."""

LONGEST_LINE = 78
"""Characters of a line in a translated text of several paragraphs; a terminal mostly has 80."""


def translate(message: Message, language: Language) -> str:
    """Give the sentence in a language, its values too: days, numbers, deadlines, messages.

    A template without a translation stays English. Long values are cut and end in `…`.
    """
    template = _translated(message.template, _catalogue(language))
    if not message.values:
        return template
    return template.format_map({key: _written(value, language) for key, value in message.values})


def _translated(template: str, catalogue: Mapping[str, str]) -> str:
    """Give the translation of a template, or of each paragraph of a text that has one.

    Examples in a text have none. A paragraph is looked up in one line, however it is broken.
    """
    whole = catalogue.get(template)
    if whole is not None:
        return whole
    if not catalogue or "\n" not in template:
        return template
    return "\n\n".join(_paragraph(one, catalogue) for one in template.split("\n\n"))


def _paragraph(text: str, catalogue: Mapping[str, str]) -> str:
    found = catalogue.get(" ".join(text.split()))
    if found is None:
        return text
    import textwrap  # noqa: PLC0415 - only help has such texts

    indent = text[: len(text) - len(text.lstrip())]
    return textwrap.fill(
        found,
        LONGEST_LINE,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _catalogue(language: Language) -> Mapping[str, str]:
    if language is Language.ENGLISH:
        return {}
    # Half a thousand sentences, which only a Vietnamese run needs.
    from stcli.words.vietnamese import CATALOGUE  # noqa: PLC0415

    return CATALOGUE


def _written(value: object, language: Language) -> str:
    match value:
        case Message():
            return translate(value, language)
        case State():
            return translate(short_name(value), language)
        case str():
            return _cut(str(value))
        case Share(part, base):
            return share(part, base, language)
        case date():
            return day(value, language)
        case int() | float():
            return number(value, language)
        case tuple():
            return ", ".join(_written(one, language) for one in value)
        case _:
            return _deadline_or_other(value, language)


def _deadline_or_other(value: object, language: Language) -> str:
    from stcli.deadlines import Deadline  # noqa: PLC0415 - hardly any sentence has one
    from stcli.words.deadlines import deadline  # noqa: PLC0415 - the same

    return deadline(value, language) if isinstance(value, Deadline) else _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"
