"""Whatever stands in a file or in its name, no output becomes something else by it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipelines import EN, command, in_format, validated
from typer.testing import CliRunner

from stcli.cli.app import app
from stcli.diagnostics import Diagnostic, Place, Related, Severity
from stcli.messages import say
from stcli.render import sinks
from stcli.render.diagnostics.findings import Findings
from stcli.render.diagnostics.step_summary import LIMIT, step_summary

PIECES = [
    *("::", "%", "%25", "%0A", "%3A", "\n", "\r\n", "\r", "\t", ",", "=", " ", "##[error]"),
    *("</failure>", "]]>", "<!--", "&lt;", '"', "'", "\\", "{0}", "](1)", "[x](https://x.test)"),
    *("\x00", "\x1b[31m", "\u2028", "\u202e", "\ud800", "\udc80", "\ufffe", "\x0b", "\x85"),
    *("::error::x", "a", "Đề án", "|", "`", "@all", "<b>"),
]
HOSTILE = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map("".join)
SURVIVING = st.lists(
    st.sampled_from(["::", "%", "%0A", "%3A", "%2C", "%25", ",", "=", "Đ", "a b", "#[", "\\", "\n"])
).map("".join)
LINES = re.compile(r"^\s*::|##[A-Za-z]*\[", re.MULTILINE)


def finding(path: str, text: str, severity: Severity = Severity.ERROR) -> Findings:
    place = Place(path, 0, 1, 3, 5, 3, 9)
    one = Diagnostic(
        "wrong-value",
        severity,
        say("`{text}` is wrong", text=text),
        place,
        say("write {text}", text=text),
        (Related(say("not {text}", text=text), place),),
    )
    return Findings((one,), 1)


@given(HOSTILE, HOSTILE, st.sampled_from([Severity.ERROR, Severity.WARNING]))
def test_an_annotation_stays_one(path: str, text: str, severity: Severity) -> None:
    (line,) = in_format("github", finding(path, text, severity)).splitlines()
    found = command(line)
    assert found is not None
    assert found.name == severity.value
    properties = dict(found.properties)
    assert properties.pop("file", "") == sinks.terminal_lines(path)
    title = properties.pop("title")
    assert title == "wrong-value"
    assert properties == {"line": "3", "endLine": "3", "col": "5", "endColumn": "9"}
    assert found.data.startswith(sinks.terminal_lines(f"`{text}` is wrong"[:150]))
    assert found.data.endswith(sinks.terminal_lines(f"write {text}") if len(text) < 200 else "…")


@given(SURVIVING)
def test_a_title_survives_in_an_annotation(text: str) -> None:
    path = text.replace("\n", "/")
    found = command(in_format("github", finding(path, text)).rstrip("\n"))
    assert found is not None
    assert found.data.startswith(f"`{text}` is wrong\n")
    assert found.properties.get("file", "") == path


@given(HOSTILE, HOSTILE)
def test_xml_stays_one_document(path: str, text: str) -> None:
    drawn = in_format("junit", finding(path, text))
    assert not LINES.search(drawn)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    (suite,) = root
    (case,) = suite
    (failure,) = case
    assert [one.tag for one in root.iter()] == ["testsuites", "testsuite", "testcase", "failure"]
    assert suite.attrib["name"] == sinks.terminal_lines(path)
    assert failure.attrib["message"] == sinks.terminal_lines(f"`{text}` is wrong")
    assert failure.text is not None


@given(HOSTILE, HOSTILE)
@pytest.mark.parametrize("format", ["json", "gitlab", "sarif", "rdjson"])
def test_json_stays_what_it_is(format: str, path: str, text: str) -> None:
    drawn = in_format(format, finding(path, text))
    assert not LINES.search(drawn)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", drawn)
    record = json.loads(drawn)
    match format:
        case "gitlab":
            (one,) = record
            assert len(one) == 5
        case "sarif":
            (one,) = record["runs"][0]["results"]
            said = one["message"]["text"]
            assert "](" not in said
            assert not re.search(r"(?<!\{)\{\d+\}(?!\})", said)
            uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*", uri)
        case _:
            (one,) = record["diagnostics"]
    if path and format != "json":
        validated({"gitlab": "gitlab-code-quality"}.get(format, format), drawn.replace('"/', '"a/'))


@given(HOSTILE, HOSTILE)
def test_a_summary_stays_a_table_of_one_row(path: str, text: str) -> None:
    drawn = step_summary(finding(path, text), EN, LIMIT)
    (row,) = drawn.splitlines()[6:]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 5
    assert not re.search(r"(?<!\\)<(?!br>|!-- -->)", row)
    assert not LINES.search(drawn)


@given(HOSTILE, HOSTILE)
@pytest.mark.parametrize("format", ["text", "concise"])
def test_text_is_no_command(format: str, path: str, text: str) -> None:
    assert not LINES.search(in_format(format, finding(path, text)))


NASTY = "::error::x"
STEERING = '"##[error]x ##vso[task.setvariable]"'
DIRECTIVE = f"""\
number: 25/CT-TTg
title: "{NASTY}"
issuer: thu-tuong
issued: 2025-01-05
type: "{NASTY}"
source: "{NASTY}"
tags: ["{NASTY}"]
aliases: ["{NASTY}"]
cites: "{NASTY}"
notes: |
  {NASTY}
    {NASTY}
  ##[error]x
tasks:
  - id: "::x"
    title: "{NASTY}"
    lead: "{NASTY}"
    officer: "{NASTY}"
    product: "{NASTY}"
    quote: {STEERING}
    due: 2025-02
    due_text: "{NASTY}"
    notes: |
      {NASTY}
  - id: 2
    title: {STEERING}
    lead: "::a"
    due: "{NASTY}"
  - {{id: 3, title: "{NASTY}", lead: "::a", done: 2025-01-07, evidence: "{NASTY}"}}
"""
AGENCIES = f"""\
agencies:
  - {{id: "::a", name: "{NASTY}", short: "{NASTY}", notes: "{NASTY}"}}
  - {{id: thu-tuong, name: {STEERING}, kind: association}}
"""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "directives"
    folder.mkdir()
    sound = DIRECTIVE.replace(f'due: "{NASTY}"', "due: 2025-12")
    (folder / "::error::a.yaml").write_text(sound, encoding="utf-8")
    (folder / "::error::b.yaml").write_text(DIRECTIVE, encoding="utf-8")
    (folder / "##[error]c.yaml").write_text(f"{NASTY}: x\n", encoding="utf-8")
    (folder / "d.yaml").write_text(f"::error::\n{NASTY}\n  ##[error]: [\n", encoding="utf-8")
    (folder / "agencies.yaml").write_text(AGENCIES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


COMMANDS = [
    *("status", "status --by agency", "status --by officer", "status --by tag", "overdue", "list"),
    *("upcoming --within 400d", "show 25/CT-TTg", "show 25/CT-TTg#::x", "show ::a", "tree"),
    *("calendar 2025-02", "calendar 2025", "check", "deadline ::error::x", "explain ::error::x"),
    *("explain --deadline 25/CT-TTg#::x", "list ::error::x", "show ::error::x", "::error::x"),
    *("check ::error::x", "status -f ::error::x", "check -f ::error::x=y", "list --sort ::x"),
    *("check --fail-on ::x", "check --baseline ::x", "check -f sarif=::error::x/y", "--::x"),
]


@pytest.mark.parametrize("format", ["text", "table", "json", "csv", "markdown", "concise", "junit"])
@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.usefixtures("hostile")
def test_no_command_steers_a_runner(words: str, format: str) -> None:
    arguments = [*words.split(), "--as-of", "2025-03-01"]
    if " -f " not in words:
        arguments += ["-f", format]
    result = CliRunner().invoke(app, arguments)
    assert result.stdout or result.stderr
    assert not LINES.search(result.stdout)
    assert not LINES.search(result.stderr)
    assert result.exit_code in {0, 1, 2, 3}


@pytest.mark.usefixtures("hostile")
def test_the_only_commands_are_our_own() -> None:
    result = CliRunner().invoke(app, ["check", "-f", "github", "--as-of", "2025-03-01"])
    commands = [found for line in result.stdout.splitlines() if (found := command(line))]
    assert len(commands) == 9
    assert {one.name for one in commands} <= {"error", "warning", "notice"}
    assert {one.properties["file"] for one in commands} == {
        "directives/::error::a.yaml",
        "directives/::error::b.yaml",
        r"directives/\u{23}#[error]c.yaml",
        "directives/d.yaml",
    }
    assert "##[" not in result.stdout
    rules = {one.properties["title"] for one in commands if one.name == "error"}
    assert rules >= {"unknown-agency", "malformed-deadline", "unknown-key"}
