"""Checkers of YAML: they read the very files of the tree, each with a schema or settings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from peers.peer import Checking, Fault, Peer, Words
from peers.programs import FromPip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from peers.tree import Tree

YAMALE = """\
number: str()
title: str()
issuer: enum({agencies})
issued: day()
type: str()
source: str()
tags: list(str())
tasks: list(include('task'))
---
task:
  id: int()
  title: str()
  lead: enum({agencies})
  with: list(enum({agencies}), required=False)
  quote: str(required=False)
  due: any(day(), int(), str())
  due_text: str()
  product: str()
  changes: list(include('change'), required=False)
  done: day(required=False)
  evidence: str(required=False)
change:
  date: day()
  by: str()
  due: any(day(), int(), str())
  reason: str()
"""
YAMLLINT = """\
extends: default
rules:
  document-start: disable
  line-length: disable
"""


def write_yamale(tree: Tree, folder: Path) -> None:
    """Write a schema of the keys that the tree has; deadlines are any text."""
    agencies = ", ".join(f"'{agency}'" for agency in tree.agencies)
    text = YAMALE.format(agencies=agencies)
    (folder / "schema.yaml").write_text(text, encoding="utf-8")


def write_yamllint(_tree: Tree, folder: Path) -> None:
    """Write settings that let long lines be."""
    (folder / "settings.yaml").write_text(YAMLLINT, encoding="utf-8")


def json_schema(_program: str, tree: Tree, folder: Path) -> Sequence[Words]:
    """Give the command that writes the schema for editors, which knows the agencies."""
    stcli = (sys.executable, "-m", "stcli", "schema")
    return ((*stcli, "-C", str(tree.folder), "-o", str(folder / "schema.json")),)


def check_jsonschema(program: str, tree: Tree, folder: Path) -> Words:
    """Give the command with all files, which it wants named."""
    files = sorted(str(path) for path in tree.folder.glob("directives/*/*.yaml"))
    return (program, "--schemafile", str(folder / "schema.json"), *files)


def yamale(program: str, tree: Tree, folder: Path) -> Words:
    """Give the command with the folders of years: the schema is not that of the agencies."""
    years = sorted(str(path) for path in tree.folder.glob("directives/*/"))
    return (program, "-s", str(folder / "schema.yaml"), *years)


def yamllint(program: str, tree: Tree, folder: Path) -> Words:
    """Give the command."""
    return (program, "-c", str(folder / "settings.yaml"), str(tree.folder / "directives"))


PEERS = (
    Peer(
        name="check-jsonschema",
        program=FromPip("check-jsonschema", "check-jsonschema"),
        files="the same files, and the schema that `stcli schema` writes",
        prepare=json_schema,
        checking=Checking(check_jsonschema, "`check-jsonschema --schemafile SCHEMA FILES`"),
    ),
    Peer(
        name="yamale",
        program=FromPip("yamale", "yamale"),
        files="the same files, and a schema of the keys they have",
        write=write_yamale,
        checking=Checking(yamale, "`yamale -s SCHEMA FOLDERS`, in its four processes"),
    ),
    Peer(
        name="yamllint",
        program=FromPip("yamllint", "yamllint"),
        files="the same files",
        write=write_yamllint,
        checking=Checking(
            yamllint,
            "`yamllint FOLDER`: layout and **duplicate keys only**, nothing of what they mean",
            "duplication of key",
            Fault.DUPLICATE_KEY,
        ),
    ),
)
