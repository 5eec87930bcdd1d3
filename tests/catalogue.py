"""The sentences of the program, found in its source: every `say("...")`."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import stcli

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(stcli.__file__).parent


def sentences(folder: str = "") -> dict[str, str]:
    """Give the templates said below a folder or in a module of the package, with a place."""
    start = ROOT / folder
    paths = [start] if start.suffix else sorted(start.rglob("*.py"))
    return {
        template: f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in paths
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
