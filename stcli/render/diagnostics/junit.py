"""Findings as a JUnit report, which every CI server shows: a suite a file, a case a rule found.

A case fails where its findings are why the run ends with status 1; what is let be only says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import say
from stcli.render.diagnostics.wording import at, kind, sentences
from stcli.render.sinks import xml_attribute, xml_text
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from stcli.diagnostics import Diagnostic
    from stcli.render.diagnostics.findings import Findings
    from stcli.render.style import Style
    from stcli.words import Language

_WELL = "check"
"""The name of the only case of a file with nothing wrong in it."""


def draw(findings: Findings, style: Style, stream: TextIO) -> None:
    """Write what was found, and each file looked at in which there was nothing."""
    files = _cases(findings)
    counted = [(len(cases) or 1, _failures(cases, findings)) for cases in files.values()]
    tests, failures = (sum(column) for column in zip(*counted, strict=True)) if counted else (0, 0)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(f'<testsuites name="stcli check"{_counts(tests, failures)}>\n')
    for (path, cases), (count, failed) in zip(files.items(), counted, strict=True):
        name = xml_attribute(findings.in_repository(path))
        stream.write(f'  <testsuite name="{name}"{_counts(count, failed)} skipped="0">\n')
        if not cases:
            stream.write(f'    <testcase classname="{name}" name="{_WELL}" file="{name}"/>\n')
        for found in cases.values():
            stream.writelines(f"{line}\n" for line in _case(name, found, findings, style.language))
        stream.write("  </testsuite>\n")
    stream.write("</testsuites>\n")


def _cases(findings: Findings) -> dict[str, dict[str, list[Diagnostic]]]:
    """Give the findings by file and rule, files with nothing in them too, in order."""
    paths = sorted({*findings.paths, *(one.place.path for one in findings.found)})
    files: dict[str, dict[str, list[Diagnostic]]] = {path: {} for path in paths}
    for one in findings.found:
        files[one.place.path].setdefault(one.rule, []).append(one)
    return files


def _failures(cases: dict[str, list[Diagnostic]], findings: Findings) -> int:
    return sum(any(map(findings.fails, found)) for found in cases.values())


def _counts(tests: int, failures: int) -> str:
    return f' tests="{tests}" failures="{failures}" errors="0"'


def _case(
    name: str, found: list[Diagnostic], findings: Findings, language: Language
) -> Iterator[str]:
    first = found[0]
    text = xml_text("\n".join(line for one in found for line in _lines(one, findings, language)))
    yield (
        f'    <testcase classname="{name}" name="{xml_attribute(first.rule)}" file="{name}"'
        f' line="{first.place.line}">'
    )
    if any(map(findings.fails, found)):
        said = xml_attribute(_said(found, language))
        yield f'      <failure type="{first.severity.value}" message="{said}">{text}</failure>'
    else:
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"


def _said(found: list[Diagnostic], language: Language) -> str:
    message = translate(found[0].message, language)
    if len(found) == 1:
        return message
    more = say("{message}; found here too: {count}", message=message, count=len(found) - 1)
    return translate(more, language)


def _lines(one: Diagnostic, findings: Findings, language: Language) -> Iterator[str]:
    first, *others = sentences(one, findings, language)
    yield f"{at(one.place, findings)}: {kind(one, language)} {first}"
    for said in others:
        yield f"  {said}"
