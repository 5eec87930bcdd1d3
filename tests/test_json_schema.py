"""What an editor is told of the files is what `check` says of them."""

from __future__ import annotations

import json
import random
import re
import subprocess
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import check_jsonschema  # type: ignore[import-untyped]
import click.testing
import jsonschema
import pytest
import yaml
from check_jsonschema.parsers.yaml import (  # type: ignore[import-untyped]
    construct_yaml_implementation,
    impl2loader,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from schema_documents import AGENCIES as AGENCIES_LISTED
from schema_documents import Node, grown, spoilt, written
from typer.testing import CliRunner, Result

from stcli.cli.app import app
from stcli.cli.schema import FILES
from stcli.documents import reader
from stcli.examine import examine
from stcli.load import load
from stcli.messages import Message
from stcli.rules.catalogue import RULES
from stcli.schema import json_schema as made
from stcli.schema.json_schema import json_schema
from stcli.schema.reading import read_baseline
from stcli.sources import AGENCIES, CALENDAR, SETTINGS, Source
from stcli.words import Language, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from stcli.schema.keys import Format, Key

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data"
PATHS = {"agencies": AGENCIES, "calendar": CALENDAR, "settings": SETTINGS}
FORMAT_RULES = {
    *("missing-key", "unknown-key", "wrong-value", "malformed-id", "malformed-date"),
    *("malformed-deadline", "malformed-period", "unknown-agency"),
}
"""What a schema can tell; all other rules look at more than one value."""

LISTED = "".join(f"  - {{id: {one}, name: Cơ quan}}\n" for one in AGENCIES_LISTED)
WEIGHED = {one.name: Message(one.summary) for one in RULES.values() if not one.fixed}


def schema_of(kind: str, agencies: Mapping[str, str] | None = None) -> dict[str, Any]:
    return json_schema(kind, str, agencies or {}, WEIGHED)


def formats() -> dict[str, Format]:
    """Give every format with the path of keys to it."""
    found: dict[str, Format] = {}

    def add(path: str, format: Format) -> None:
        found[path] = format
        for name, key in format.keys.items():
            if key.inner is not None:
                add(f"{path}.{name}", key.inner)

    for kind, file in made.FILES.items():
        add(kind, file.format)
    return found


def keys() -> Iterator[tuple[str, Key]]:
    for path, format in formats().items():
        yield from ((f"{path}.{name}", key) for name, key in format.keys.items())


def stcli_takes(kind: str, text: str) -> bool:
    """Tell whether a file breaks no rule that a schema can know."""
    if kind == "baseline":
        document = reader.read("known.yaml", text.encode())
        assert not document.problems, text
        return not read_baseline(document)[1]
    path = PATHS.get(kind, "directives/1.yaml")
    sources = [Source(path, text.encode())]
    if kind == "directive":
        sources.append(Source(AGENCIES, f"agencies:\n{LISTED}".encode()))
    loaded = load(sources)
    assert loaded.documents[path].data is not None, text
    found = examine(loaded, date(2030, 1, 1)) if kind == "directive" else loaded.diagnostics
    return not [one for one in found if one.place.path == path and one.rule in FORMAT_RULES]


def schema_takes(schema: dict[str, Any], text: str) -> bool:
    """Tell whether the schema takes a file, read as check-jsonschema and editors read it."""
    return jsonschema.Draft202012Validator(schema).is_valid(typed(text))


def typed(text: str) -> Any:
    load = impl2loader(construct_yaml_implementation(), construct_yaml_implementation(pure=True))
    return load(BytesIO(text.encode()))


def refused_by_program(schema: Path, files: list[Path]) -> set[Path]:
    """Give the files that the real check-jsonschema refuses, run within this process."""
    words = ("--output-format", "json", "--schemafile", str(schema), *map(str, files))
    done = click.testing.CliRunner().invoke(check_jsonschema.main, words)
    answer = json.loads(done.stdout)
    assert not answer.get("parse_errors"), answer["parse_errors"]
    return {Path(one["filename"]) for one in answer.get("errors", ())}


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_kinds_are_those_of_the_command() -> None:
    assert tuple(made.FILES) == FILES


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize(
    "agencies", [{}, {"bo-khcn": "Bộ Khoa học và Công nghệ"}], ids=("", "tree")
)
def test_a_schema_is_one_of_draft_2020_12(kind: str, agencies: dict[str, str]) -> None:
    schema = schema_of(kind, agencies)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:stcli:schema:{kind}:1"
    references = {one["$ref"] for one in objects(schema) if "$ref" in one}
    assert references == {f"#/$defs/{name}" for name in schema["$defs"]}
    assert not [one for one in objects(schema) if {"null", "boolean"} & set(types(one))]


def objects(value: object) -> Iterator[dict[str, Any]]:
    """Give every object of a schema, but for the conditions in it."""
    match value:
        case dict():
            yield value
            for name, inner in value.items():
                yield from objects(inner) if name not in {"if", "not", "examples"} else ()
        case list():
            for inner in value:
                yield from objects(inner)
        case _:
            pass


def types(one: dict[str, Any]) -> tuple[str, ...]:
    """Give the types of which an editor proposes values."""
    found = one.get("type", ())
    return (found,) if isinstance(found, str) else tuple(found) if isinstance(found, list) else ()


@pytest.mark.parametrize("language", Language)
def test_every_key_says_what_it_is(language: Language) -> None:
    said = {path: translate(key.says, language) for path, key in keys()}
    assert len(said) > 90
    assert all(said.values())
    if language is Language.VIETNAMESE:
        assert not [path for path, key in keys() if said[path] == str(key.says)]


@pytest.mark.parametrize("kind", FILES)
def test_every_key_and_rule_has_its_name_and_says_what_it_is(kind: str) -> None:
    named = [
        (name, value)
        for one in objects(schema_of(kind))
        for name, value in one.get("properties", {}).items()
    ]
    assert not [name for name, value in named if value["title"] != name or not value["description"]]


def test_every_key_has_examples_or_words() -> None:
    """An editor inserts a key that has neither without its colon, and one example at once."""
    for kind in FILES:
        schema = schema_of(kind)
        for one in objects(schema):
            for name, value in one.get("properties", {}).items():
                known = whole(schema, value)
                count = len(known.get("examples", ())) + ("default" in known)
                assert {"anyOf", "properties", "items"} & set(known) or count > 1, (kind, name)


@pytest.mark.parametrize("path", [path for path, _ in keys()])
def test_every_example_is_taken_by_both(path: str) -> None:
    kind, *inside = path.split(".")
    schema = schema_of(kind)
    for one in proposed(schema, inside):
        text = written(around(schema, made.FILES[kind].format, inside, as_typed(one)))
        assert schema_takes(schema, text), text
        assert stcli_takes(kind, text.replace("so-khcn", "bo-khcn")), text


def proposed(schema: dict[str, Any], path: list[str]) -> list[object]:
    """Give what an editor proposes for a key."""
    at = found_in(schema, path)
    words = at["anyOf"][0].get("enum", ()) if "anyOf" in at else ()
    return [*at.get("examples", ()), *([at["default"]] if "default" in at else ()), *words]


def found_in(schema: dict[str, Any], path: list[str]) -> dict[str, Any]:
    """Give what a schema says of a key, with what it refers to."""
    at = schema
    for name in path:
        at = whole(schema, whole(schema, at.get("items", at))["properties"][name])
    return at


def whole(schema: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    referred = schema["$defs"][one["$ref"].rsplit("/", 1)[1]] if "$ref" in one else {}
    return {**referred, **one}


def as_typed(value: object) -> Node:
    return [as_typed(one) for one in value] if isinstance(value, list) else str(value)


def around(
    schema: dict[str, Any], format: Format, path: list[str], value: Node, *above: str
) -> dict[str, Node]:
    """Give a mapping that has little more than a key with a value, however deep it lies."""
    name, *rest = path
    found = {
        one: [] if key.inner else as_typed(proposed(schema, [*above, one])[0])
        for one, key in format.keys.items()
        if key.required
    }
    inner = format.keys[name].inner
    if rest and inner is not None:
        value = around(schema, inner, rest, value, *above, name)
        value = [value] if format.keys[name].kind.shape.form == "mappings" else value
    return {**found, name: value}


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=150)
@given(chance=st.randoms(use_true_random=False))
def test_what_has_no_fault_is_taken_by_both(kind: str, chance: random.Random) -> None:
    text = written(grown(chance, made.FILES[kind].format))
    assert schema_takes(generated_for(kind), text)
    assert stcli_takes(kind, text)


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=250)
@given(chance=st.randoms(use_true_random=False))
def test_what_has_a_fault_is_taken_by_neither(kind: str, chance: random.Random) -> None:
    text = written(spoilt(chance, made.FILES[kind].format, listed=kind == "directive"))
    assert not schema_takes(generated_for(kind), text)
    assert not stcli_takes(kind, text)


@cache
def generated_for(kind: str) -> dict[str, Any]:
    """Give the schema of generated files, of which directives name listed agencies."""
    return schema_of(kind, dict.fromkeys(AGENCIES_LISTED, "Cơ quan") if kind == "directive" else {})


def test_the_programs_agree_on_two_hundred_directives(tmp_path: Path) -> None:
    """What `stcli schema`, check-jsonschema and `stcli check` say, each as users run it.

    Whether schema and program agree is asked above, of more files; here also of whole programs.
    """
    chance = random.Random(20260101)
    write(tmp_path, "directives/agencies.yaml", f"agencies:\n{LISTED}")
    write(tmp_path, "stcli.yaml", "lang: en\n")
    format = made.FILES["directive"].format
    sound = [
        write(tmp_path, f"directives/a/{number}.yaml", written(grown(chance, format)))
        for number in range(100)
    ]
    faulty = [
        write(tmp_path, f"directives/b/{number}.yaml", written(spoilt(chance, format, listed=True)))
        for number in range(100)
    ]
    schema = tmp_path / ".schema/directive.json"
    assert run("schema", "-C", str(tmp_path), "-o", str(schema)).exit_code == 0
    assert refused_by_program(schema, sound + faulty) == set(faulty)
    assert refused_by_check(tmp_path) == set(faulty)


@pytest.mark.parametrize("kind", ["agencies", "calendar", "settings", "baseline"])
def test_the_program_agrees_on_the_other_kinds(kind: str, tmp_path: Path) -> None:
    chance = random.Random(kind)
    format = made.FILES[kind].format
    good = [write(tmp_path, f"a{n}.yaml", written(grown(chance, format))) for n in range(20)]
    bad = [
        write(tmp_path, f"b{n}.yaml", written(spoilt(chance, format, listed=False)))
        for n in range(20)
    ]
    schema = tmp_path / "schema.json"
    assert (
        run("schema", kind, "-C", folder_of_nothing(str(tmp_path)), "-o", str(schema)).exit_code
        == 0
    )
    assert refused_by_program(schema, good + bad) == set(bad)
    assert {one for one in good + bad if not stcli_takes(kind, read(one))} == set(bad)


@pytest.mark.parametrize("tree", [ROOT, DATA / "office", DATA / "recurring", DATA / "calendar"])
def test_the_programs_agree_on_the_trees_of_this_repository(tree: Path, tmp_path: Path) -> None:
    assert run("schema", "-C", str(tree), "--all", str(tmp_path)).exit_code == 0
    assert not refused_by_check(tree)
    for kind, path in PATHS.items():
        if (tree / path).exists():
            assert refused_by_program(tmp_path / f"{kind}.json", [tree / path]) == set()
    others = {tree / path for path in PATHS.values()}
    files = [one for one in sorted((tree / "directives").rglob("*.yaml")) if one not in others]
    assert refused_by_program(tmp_path / "directive.json", files) == set()


def test_a_reader_with_the_types_of_yaml_1_1_is_served_too() -> None:
    """PyYAML makes dates of days; of what it takes for no, `off` alone is a word of the format."""
    schema = schema_of("directive")
    for path in sorted((ROOT / "directives").rglob("2*/*.yaml")):
        data = yaml.safe_load(read(path))
        assert isinstance(data["issued"], date)
        jsonschema.validate(data, schema)
    off = yaml.safe_load("severity: {several-leads: off}")
    assert not jsonschema.Draft202012Validator(schema_of("settings")).is_valid(off)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def refused_by_check(tree: Path) -> set[Path]:
    """Give the files in which `stcli check` finds what a schema can know."""
    answer = json.loads(run("check", "-f", "json", "-C", str(tree)).stdout)
    return {tree / one["path"] for one in answer["diagnostics"] if one["rule"] in FORMAT_RULES}


HEAD = "number: 1/QĐ-UBND\ntitle: t\nissuer: bo-khcn\nissued: 2024-01-01\n"
TASK = HEAD + "tasks: [{id: 1, title: t, %s}]\n"
ONLY_STCLI_REFUSES = {
    "a word for nothing, where nothing may stand": ("directive", HEAD + "received: null\n"),
    "and another": ("directive", TASK % "due: ~"),
    "a number in another spelling": (
        "directive",
        TASK % "progress: [{date: 2024-01-01, percent: +4}]",
    ),
    "in hexadecimal digits": ("settings", "due_soon: 0x1F\n"),
    "with a point": ("directive", TASK % "due: 2024.0"),
    "with many zeros": ("settings", "due_soon: 0000000007\n"),
    "years that run backwards": ("directive", TASK % "due: 2026..2024"),
    "years of a series that do": ("directive", TASK % "due: yearly from 2026 until 2024"),
    "a series of more than a thousand signs": (
        "directive",
        TASK % f"due: 'monthly by 5{', 5' * 600}'",
    ),
    "what else YAML has": ("directive", HEAD + "notes: &x t\n"),
}
ONLY_THE_SCHEMA_REFUSES = {
    "a word for nothing that is a text": ("directive", HEAD.replace("title: t", "title: null")),
    "an id of digits without quotes": ("directive", HEAD.replace("bo-khcn", "12")),
    "an id with letters composed in another way": (
        "directive",
        HEAD.replace("bo-khcn", "so\u0302-y"),
    ),
    "a rule that does not exist": ("settings", "severity: {no-such-rule: off}\n"),
    "more than ninety zeros": ("directive", TASK % f"due: {'0' * 91}1 days"),
}
ONLY_CHECK_SEES = {
    "a time zone that there is not": ("settings", "timezone: Mars/Olympus\n"),
    "days that contradict each other": (
        "calendar",
        "swapped: [{rest: 2026-11-28, work: 2026-11-23, document: 1/TB-BNV}]\n",
    ),
    "a number without a symbol": ("directive", HEAD.replace("1/QĐ-UBND", "1")),
    "two tasks of one id": ("directive", HEAD + "tasks: [{id: 1, title: t}, {id: 1, title: t}]\n"),
}
"""The whole list of what the README says, each with a file: who wants to shorten it has to."""


def strict(kind: str, text: str) -> bool:
    """Tell whether a file has no finding of the format or of reading at all."""
    path = PATHS.get(kind, "directives/1.yaml")
    listed = "agencies: [{id: bo-khcn, name: A}, {id: '12', name: B}, {id: s\u00f4-y, name: C}]\n"
    loaded = load([Source(path, text.encode()), Source(AGENCIES, listed.encode())])
    found = [one.rule for one in examine(loaded, date(2024, 1, 1)) if one.rule == "unknown-agency"]
    return not loaded.diagnostics and not found


@pytest.mark.parametrize("case", ONLY_STCLI_REFUSES)
def test_the_schema_takes_more(case: str) -> None:
    kind, text = ONLY_STCLI_REFUSES[case]
    assert schema_takes(schema_of(kind), text)
    assert not strict(kind, text)


@pytest.mark.parametrize("case", ONLY_THE_SCHEMA_REFUSES)
def test_the_schema_takes_less(case: str) -> None:
    kind, text = ONLY_THE_SCHEMA_REFUSES[case]
    assert not schema_takes(schema_of(kind, {"bo-khcn": "A", "12": "B", "s\u00f4-y": "C"}), text)
    assert strict(kind, text)


@pytest.mark.parametrize("case", ONLY_CHECK_SEES)
def test_what_no_schema_sees(case: str, tmp_path: Path) -> None:
    kind, text = ONLY_CHECK_SEES[case]
    assert schema_takes(schema_of(kind), text)
    write(tmp_path, "directives/agencies.yaml", "agencies: [{id: bo-khcn, name: A}]\n")
    write(tmp_path, PATHS.get(kind, "directives/1.yaml"), text)
    assert run("check", "-C", str(tmp_path)).exit_code in {1, 2}


def test_a_schema_is_the_one_that_was_reviewed(golden: Callable[[str, str], None]) -> None:
    with TemporaryDirectory() as folder:
        for language in Language:
            done = run("schema", "--lang", language, "-C", folder_of_nothing(folder))
            golden(f"schema-directive.{language}.json", done.stdout)


def folder_of_nothing(folder: str) -> str:
    """Give a root without a file in it."""
    (Path(folder) / "directives").mkdir(exist_ok=True)
    return folder


def test_the_readme_names_the_files_that_are_written(tmp_path: Path) -> None:
    block = re.search(r"<!-- editor -->\n```json\n(.*?)```", read(ROOT / "README.md"), re.DOTALL)
    assert block is not None
    assert run("schema", "-C", str(ROOT), "--all", str(tmp_path / ".schema")).exit_code == 0
    named = json.loads(block[1])["yaml.schemas"]
    assert set(PATHS.values()) == {named[f".schema/{kind}.json"] for kind in PATHS}
    assert all((tmp_path / name).is_file() for name in named)
    assert {one.name for one in (tmp_path / ".schema").iterdir()} == {
        f"{one}.json" for one in FILES
    }


def test_agencies_are_listed_with_their_names(tmp_path: Path) -> None:
    name = "Sở ##[group]"
    listed = f"agencies: [{{id: so-khcn, name: '{name}'}}]\n"
    write(tmp_path, "directives/agencies.yaml", listed)
    done = run("schema", "-C", str(tmp_path))
    assert "##[" not in done.stdout
    assert json.loads(done.stdout)["$defs"]["agency-id"] == {
        "enum": ["so-khcn"],
        "enumDescriptions": [name],
    }


def test_agencies_that_cannot_be_read_are_left_open_and_named(tmp_path: Path) -> None:
    write(tmp_path, "directives/agencies.yaml", "agencies: [{id: so khcn, name: Sở}]\n")
    write(tmp_path, "directives/1.yaml", "number: [\n")
    done = run("schema", "-C", str(tmp_path), "-o", str(tmp_path / "schema.json"))
    assert done.exit_code == 3
    assert "directives/agencies.yaml" in done.stderr
    assert "directives/1.yaml" not in done.stderr
    assert "enum" not in json.loads(read(tmp_path / "schema.json"))["$defs"]["agency-id"]


def test_a_directive_that_cannot_be_read_is_no_matter(tmp_path: Path) -> None:
    write(tmp_path, "directives/1.yaml", "number: [\n")
    done = run("schema", "-C", str(tmp_path))
    assert (done.exit_code, done.stderr) == (0, "")


def test_the_agencies_are_those_of_a_revision(tmp_path: Path) -> None:
    write(tmp_path, "directives/agencies.yaml", "agencies: [{id: a, name: A}]\n")
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.vn", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "."), (*identity, "commit", "-qm", "first")):
        subprocess.run(("git", "-C", str(tmp_path), *words), check=True)
    write(tmp_path, "directives/agencies.yaml", "agencies: [{id: b, name: B}]\n")
    for asked, listed in (([], ["b"]), (["--rev", "HEAD"], ["a"])):
        schema = json.loads(run("schema", "-C", str(tmp_path), *asked).stdout)
        assert schema["$defs"]["agency-id"]["enum"] == listed


def test_outside_any_tree_every_agency_may_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("schema", "--all", "deep/er")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert json.loads(read(tmp_path / "deep/er/directive.json")) == schema_of("directive")
