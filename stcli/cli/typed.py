"""What stands before the cursor, as far as completion has to understand it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from stcli.cli.selection import negated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(slots=True)
class Typed:
    """The words so far: the command, the options that were given, and what is being typed.

    `parameter` is the option or argument whose value is being typed: its name is `None` where
    a command or the name of an option may stand. Of the last word, `before` is what stands before
    the value, as `--lang=`, and `value` the rest.
    """

    command: Any
    given: dict[str, str] = field(default_factory=dict)
    position: int = 0
    parameter: Any = None
    before: str = ""
    value: str = ""
    options_end: bool = False
    known: bool = True

    @property
    def at_option(self) -> bool:
        """Whether the name of an option is being typed."""
        return self.parameter is None and not self.options_end and self.value.startswith("-")


def understand(program: Any, words: Sequence[str]) -> Typed:
    """Go through the words after the program's name; the last one is being typed."""
    typed = Typed(program)
    *before, last = words or ("",)
    for word in before:
        _take(typed, word)
    option, start, value = _option_with_value(typed, last)
    if typed.parameter is not None:
        typed.value = last
    elif option is not None:
        typed.parameter, typed.before, typed.value = option, start, value
    else:
        typed.value = last
    return typed


def argument(typed: Typed) -> Any:
    """Give the argument that a word at the cursor would be, or None."""
    arguments = [one for one in typed.command.params if one.param_type_name == "argument"]
    for place, one in enumerate(one for one in arguments if not one.hidden):
        if place == typed.position or one.nargs < 0:
            return one
    return None


def _take(typed: Typed, word: str) -> None:
    """Take in a word that is complete."""
    if typed.parameter is not None:
        typed.given[typed.parameter.name] = word
        typed.parameter = None
    elif not typed.options_end and word == "--":
        typed.options_end = True
    elif _is_option(typed, word):
        _take_option(typed, word)
    elif getattr(typed.command, "commands", None) is not None:
        found = typed.command.commands.get(word)
        typed.known = typed.known and found is not None
        typed.command = found or typed.command
    else:
        typed.position += 1


def _take_option(typed: Typed, word: str) -> None:
    option, _, value = _option_with_value(typed, word)
    if option is not None:
        typed.given[option.name] = value
        return
    for name, last in _names(word):
        one = _option(typed, name)
        if one is None:
            return
        if not one.is_flag and last:
            typed.parameter = one
        elif one.is_flag:
            typed.given[one.name] = "" if name in one.secondary_opts else name


def _is_option(typed: Typed, word: str) -> bool:
    return not typed.options_end and word.startswith("-") and word != "-" and negated(word) == word


def _option_with_value(typed: Typed, word: str) -> tuple[Any, str, str]:
    """Give the option, what stands before its value, and that value: `--lang=vi`, `-fjson`."""
    if not _is_option(typed, word):
        return None, "", ""
    name, equals, value = word.partition("=")
    if word.startswith("--"):
        option = _option(typed, name) if equals else None
        return (option, name + equals, value) if option and not option.is_flag else (None, "", "")
    for place, letter in enumerate(word[1:], 2):
        option = _option(typed, f"-{letter}")
        if option is not None and not option.is_flag and place < len(word):
            return option, word[:place], word[place:]
        if option is None or not option.is_flag:
            break
    return None, "", ""


def _names(word: str) -> Iterator[tuple[str, bool]]:
    """Give the options that a word names, and whether each is the last of it."""
    if word.startswith("--"):
        yield word, True
    else:
        yield from ((f"-{letter}", place == len(word)) for place, letter in enumerate(word[1:], 2))


def _option(typed: Typed, name: str) -> Any:
    for one in typed.command.params:
        if one.param_type_name == "option" and name in (*one.opts, *one.secondary_opts):
            return one
    return None
