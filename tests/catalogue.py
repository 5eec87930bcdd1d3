"""The sentences of the program: every `say("...")` in its source, the texts of rules and help."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import typer.main

import stcli
from stcli.cli.app import app
from stcli.rules.catalogue import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(stcli.__file__).parent


@cache
def sentences() -> dict[str, str]:
    """Give the templates said in the package, each with a place."""
    return {
        template: f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted(ROOT.rglob("*.py"))
        for call in calls(path)
        for template in templates_of(call)
    }


def calls(path: Path) -> Iterator[ast.Call]:
    """Give the calls of `say` in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="say")):
                yield node
            case _:
                pass


def templates_of(call: ast.Call) -> tuple[str, ...]:
    """Give the template of a call; none where it is no literal, which nothing could translate."""
    match call.args:
        case [ast.Constant(value=str(template))]:
            return (template,)
        case _:
            return ()


def fields(template: str) -> set[str]:
    """Give the names of the fields of a template."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@cache
def rule_texts() -> dict[str, str]:
    """Give the paragraphs of all rules but for the examples, each in one line, with its rule."""
    return {paragraph: rule.name for rule in RULES.values() for paragraph in paragraphs(rule.text)}


@cache
def help_texts() -> dict[str, str]:
    """Give the paragraphs of the help of all commands and options, each with its command."""
    group = typer.main.get_group(app)
    context = group.make_context("stcli", ["check"])
    return {
        paragraph: str(command.name)
        for command in (group, *group.commands.values())
        for one in (command, *command.get_params(context))
        for paragraph in paragraphs(getattr(one, "help", None) or "")
    }


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text, each in one line, without those that are indented."""
    found = inspect.cleandoc(text).split("\n\n")
    return [" ".join(one.split()) for one in found if one and not one.startswith(" ")]
