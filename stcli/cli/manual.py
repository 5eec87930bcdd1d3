"""The manual page, of the same texts as help: `python -m stcli.cli.manual [en|vi]` prints it."""

from __future__ import annotations

import inspect
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import typer.main

from stcli import __version__
from stcli.cli import usage
from stcli.cli.options import NAMES
from stcli.messages import Message, say
from stcli.query.terms import KEYS
from stcli.render.roff import Item, Section, Text, page
from stcli.states import State
from stcli.words import Language, translate
from stcli.words.states import name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from stcli.render.roff import Block

DAY: Final = "2026-11-25"
"""What the page is dated, as man(7) asks for a day: that of the last release, or of this one."""

_STATUSES: Final[Mapping[str, Message]] = {
    "0": say("well"),
    "1": say(
        "findings: of `check` at or above --fail-on, of `overdue` with --exit-code, of `fmt` with "
        "--check; errors that `fix` leaves"
    ),
    "2": say("the request cannot be met: a bad option, no such reference, no such folder"),
    "3": say("the answer is incomplete: files could not be read, and the rest is shown"),
    "70": say("a bug, said in one line with how to report it"),
    "129": say("`merge-file` has not merged: git takes it for a failure"),
    "130": say("interrupted"),
}
_ENVIRONMENT: Final[Mapping[str, Message]] = {
    "STCLI_ROOT, STCLI_AS_OF, STCLI_FORMAT, STCLI_LANG, STCLI_COLOR": say(
        "stand for the options of these names, which win over them"
    ),
    "LC_ALL, LC_MESSAGES, LANG": say("Vietnamese for vi_VN, where nothing else says a language"),
    "NO_COLOR": say("no colour, where --color does not ask for it"),
    "COLUMNS": say("the width of tables on a terminal"),
    "STCLI_TRACEBACK": say("shows where a bug is"),
}
_FILES: Final[Mapping[str, Message]] = {
    "directives/": say("the directives, one a file, of any name ending in .yaml, at any depth"),
    "directives/agencies.yaml": say("who can be given a task"),
    "directives/calendar.yaml": say("days off beside those that the program knows"),
    "stcli.yaml": say("the settings of the office"),
}


def manual(language: Language) -> str:
    """Give the manual page in a language."""
    # The program with all commands imports much, and imports this where a command is added.
    from stcli.cli.app import app

    program: Any = typer.main.get_command(app)
    context = program.make_context("stcli", ["--quiet", "status"])
    for command in (program, *program.commands.values()):
        usage.translate_help(command, context, language)

    blocks = _blocks(program, context, partial(translate, language=language))
    title = translate(say("manual of stcli"), language)
    head = ("STCLI", "1", DAY, f"stcli {__version__}", title)
    return page(head, (_worded(one, language) for one in blocks))


def _worded(block: Block, language: Language) -> Block:
    """Give a block with typer's own words in a language, and hyphens that are hyphens."""
    match block:
        case Item(word, text):
            return Item(*(usage.translate_page(one, language) for one in (word, text)))
        case _:
            return replace(block, text=usage.translate_page(block.text, language))


def _blocks(program: Any, context: Any, said: Callable[[Message], str]) -> Iterator[Block]:
    purpose, *more = _paragraphs(program.help)
    yield Section(said(say("NAME")))
    yield Text(f"stcli - {purpose[:1].lower()}{purpose[1:].removesuffix('.')}")
    yield Section(said(say("SYNOPSIS")))
    yield Text(f"`stcli` {' '.join(program.collect_usage_pieces(context))}")
    yield Section(said(say("DESCRIPTION")))
    yield from map(Text, more)
    yield Section(said(say("COMMANDS")))
    for command in program.commands.values():
        if not command.hidden:
            yield from _command(command, context)
    yield Section(said(say("OPTIONS")))
    yield from _items(program, context)
    yield Section(said(say("QUERIES")))
    yield from (Item(f"{key}:", said(about)) for key, about in KEYS.items())
    yield Section(said(say("STATES")))
    yield from (Item(state.value, said(name(state))) for state in State)
    for title, table in (
        (say("EXIT STATUS"), _STATUSES),
        (say("ENVIRONMENT"), _ENVIRONMENT),
        (say("FILES"), _FILES),
    ):
        yield Section(said(title))
        yield from (Item(word, said(about)) for word, about in table.items())
    yield Section(said(say("SEE ALSO")))
    yield Text("git(1)")


def _command(command: Any, context: Any) -> Iterator[Block]:
    """Give a command with its own arguments and options; the shared ones stand apart."""
    pieces = " ".join(command.collect_usage_pieces(context))
    yield Section(f"{command.name} {pieces}", part=True)
    yield from map(Text, _paragraphs(command.help))
    yield from _items(command, context, without=NAMES)


def _items(command: Any, context: Any, without: tuple[str, ...] = ()) -> Iterator[Block]:
    for one in command.params:
        record = None if one.name in without else one.get_help_record(context)
        if record is not None:
            yield Item(record[0], " ".join(record[1].split()))


def _paragraphs(help: str) -> list[str]:
    return [" ".join(one.split()) for one in inspect.cleandoc(help).split("\n\n")]


if __name__ == "__main__":
    sys.stdout.write(manual(Language("".join(sys.argv[1:2]) or "en")))
