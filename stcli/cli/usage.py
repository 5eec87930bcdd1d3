"""The words of typer itself, its help headings and usage errors, in the user's language."""

from __future__ import annotations

import inspect
import re
from typing import Any

from stcli.messages import Message, say
from stcli.words import Language, translate

_HEADINGS = (say("Usage:"), say("Options:"), say("Commands:"), say("Arguments:"))
"""What stands at the start of a line of a help page."""

_WORDS = (
    say("[OPTIONS]"),
    say("COMMAND [ARGS]..."),
    say("[required]"),
    say("[default:"),
)

_ERRORS = (
    (re.compile(r"No such option: (?P<name>\S+)"), say("there is no option {name}", name="")),
    (re.compile(r"No such command '(?P<name>.*)'\."), say("there is no command `{name}`", name="")),
    (re.compile(r"Missing argument '(?P<name>.*)'\."), say("{name} is missing", name="")),
    (re.compile(r"Missing command\."), say("a command is missing")),
    (
        re.compile(r"Got unexpected extra argument\(?s?\)? \((?P<name>.*)\)"),
        say("`{name}` is one argument too many", name=""),
    ),
    (re.compile(r"Option '(?P<name>.*)' requires an? .*"), say("{name} takes a value", name="")),
    (
        re.compile(r"Option '(?P<name>.*)' does not take a value\."),
        say("{name} takes no value", name=""),
    ),
    (
        re.compile(r"Invalid value for '(?P<name>[^']*)'.*: (?P<why>.*)"),
        say("{name}: {why}", name="", why=""),
    ),
)

_UNBROKEN = "\u2011"
"""A hyphen at which no line is broken: people copy `--exit-code` and `03/NQ-CP` from a page."""

_NEAR = re.compile(r"Did you mean '([^']*)'")


def explained(error: Any) -> tuple[Message, Message]:
    """Give what a usage error of typer says and where help is, as messages."""
    text = error.format_message()
    message = say("{text}", text=text)
    for pattern, template in _ERRORS:
        if found := pattern.match(text):
            message = Message(template.template, tuple(found.groupdict().items()))
            break
    near = getattr(error, "possibilities", None) or _NEAR.findall(text)
    if near:
        return message, say("did you mean `{near}`?", near=near[0])
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "stcli"
    return message, say("see: {command} --help", command=command)


def translate_help(command: Any, context: Any, language: Language) -> None:
    """Put the help texts of a command and its options into a language, once, before printing."""
    for one in (command, *command.get_params(context)):
        if getattr(one, "help", None):
            said = translate(Message(inspect.cleandoc(one.help)), language)
            one.help = said.replace("-", _UNBROKEN)


def translate_page(page: str, language: Language) -> str:
    """Put typer's own words on a help page into a language."""
    page = page.replace(_UNBROKEN, "-")
    if language is Language.ENGLISH:
        return page
    for heading in _HEADINGS:
        start = re.compile(rf"^{heading.template}", re.MULTILINE)
        page = start.sub(translate(heading, language), page)
    for word in _WORDS:
        page = page.replace(word.template, translate(word, language))
    return page
