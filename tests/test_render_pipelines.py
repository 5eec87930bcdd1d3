"""The formats for pipelines: drawn once each, and read back as those who take them do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote

import pytest
from drawings import DOCUMENT, FINDINGS, PIPELINE, TEXT
from junitparser import Failure, JUnitXml
from pipelines import EN, VI, command, in_format, validated

from stcli.diagnostics import Diagnostic, Severity
from stcli.documents import reader
from stcli.messages import say
from stcli.render.diagnostics.findings import Findings
from stcli.render.diagnostics.github import MOST
from stcli.render.diagnostics.sarif import MOST as MOST_RESULTS
from stcli.render.diagnostics.sarif import draw as draw_sarif
from stcli.render.diagnostics.step_summary import LIMIT, step_summary
from stcli.render.style import Style
from stcli.rules.catalogue import RULES
from stcli.words import Language

SCHEMAS = {"gitlab": "gitlab-code-quality", "rdjson": "rdjson", "sarif": "sarif"}
ENDINGS = {"junit": "xml", "gitlab": "json", "rdjson": "json", "sarif": "json"}


def many(errors: int, warnings: int) -> Findings:
    place = DOCUMENT.span(0, 6)
    weights = (Severity.WARNING,) * warnings + (Severity.ERROR,) * errors
    return Findings(
        tuple(
            Diagnostic("wrong-value", weight, say("fault {number}", number=str(number)), place)
            for number, weight in enumerate(weights)
        ),
        1,
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("format", ["concise", "github", "gitlab", "sarif", "junit", "rdjson"])
def test_drawn(format: str, language: Language, golden: Callable[[str, str], None]) -> None:
    name = f"pipeline-{format}.{language}.{ENDINGS.get(format, 'txt')}"
    golden(name, in_format(format, PIPELINE, language))


@pytest.mark.parametrize("language", Language)
def test_the_summary_of_a_step(language: Language, golden: Callable[[str, str], None]) -> None:
    golden(f"pipeline-summary.{language}.md", step_summary(PIPELINE, language, LIMIT))


@pytest.mark.parametrize("format", SCHEMAS)
@pytest.mark.parametrize("findings", [PIPELINE, FINDINGS, Findings((), 0), many(3, 3)])
def test_schemas_have_nothing_against_it(format: str, findings: Findings) -> None:
    validated(SCHEMAS[format], in_format(format, findings))


def test_a_schema_would_notice() -> None:
    with pytest.raises(AssertionError, match="ruleIndex"):
        validated(
            "sarif", in_format("sarif", PIPELINE).replace('"ruleIndex": 1', '"ruleIndex": -9')
        )
    with pytest.raises(AssertionError, match="severity"):
        validated("rdjson", in_format("rdjson", PIPELINE).replace('"ERROR"', '"BAD"'))
    with pytest.raises(AssertionError, match="begin"):
        validated("gitlab-code-quality", in_format("gitlab", PIPELINE).replace('"begin"', '"b"'))


def test_concise_is_one_line_a_finding() -> None:
    lines = in_format("concise", FINDINGS).splitlines()
    assert len(lines) == len(FINDINGS.found)
    assert lines[-2] == (
        "directives/2023/3772-UBND-KGVX.yaml:9:5: error[duplicate-task] two tasks have the id 1"
    )


def test_concise_tells_what_was_resolved() -> None:
    findings = Findings(FINDINGS.found[:1], 1, resolved=FINDINGS.found[-1:], since="main")
    lines = in_format("concise", findings).splitlines()
    assert lines[1].endswith(": resolved[empty-file] the file is empty")


def test_annotations_are_what_the_runner_reads() -> None:
    found = [command(line) for line in in_format("github", PIPELINE).splitlines()]
    commands = [one for one in found if one is not None]
    assert len(commands) == len(found) == len(PIPELINE.found)
    assert [one.name for one in commands] == ["error"] * 4 + ["warning"] * 3
    two_lines, hidden, task, _, right, *_ = commands
    assert two_lines.properties == {
        "file": "van ban/directives/2023/3772-UBND-KGVX.yaml",
        "line": "6",
        "endLine": "7",
        "title": "two-lines",
    }
    assert hidden.properties["title"] == "hidden"
    assert task.data == (
        "two tasks have the id 1\n"
        "van ban/directives/2023/3772-UBND-KGVX.yaml:4:5: it stands here first"
    )
    assert (right.properties["col"], right.properties["endColumn"]) == ("124", "138")
    assert right.data == "`lead: so-khcnn` is doubtful\nhelp: did you mean `so-khcn`?"


@pytest.mark.parametrize(
    ("errors", "warnings", "annotated", "left"),
    [(10, 10, 20, 0), (11, 0, 10, 1), (3, 12, 13, 2), (25, 40, 20, 45), (0, 0, 0, 0)],
)
def test_a_runner_shows_ten_of_a_kind(
    errors: int, warnings: int, annotated: int, left: int
) -> None:
    findings = many(errors, warnings)
    lines = in_format("github", findings).splitlines()
    commands = [found for line in lines if (found := command(line))]
    kinds = [one.name for one in commands]
    assert kinds.count("error") == min(errors, MOST)
    assert kinds.count("warning") == min(warnings, MOST)
    assert kinds[:annotated] == sorted(kinds[:annotated])
    notices = [one.data for one in commands if one.name == "notice"]
    plain = [line for line in lines if command(line) is None]
    assert len(plain) == left
    summary = step_summary(findings, EN, LIMIT)
    sentence = f"as a step has 10 of a kind at most: {left}; the log lists them"
    assert (sentence in summary) == bool(left)
    assert [one.endswith(sentence) for one in notices] == [True] * bool(left)
    said = {one.data for one in commands} | {line.partition("] ")[2] for line in plain}
    assert {f"fault {number}" for number in range(errors + warnings)} <= said


def test_a_summary_keeps_to_its_room() -> None:
    findings = many(2_000, 2_000)
    whole = step_summary(findings, VI, LIMIT)
    assert whole.count("\n| lỗi |") == whole.count("\n| cảnh báo |") == 2_000
    for room in (5_000, 20_000, 100_000):
        text = step_summary(findings, VI, room)
        rows = text.count("\n| lỗi |") + text.count("\n| cảnh báo |")
        assert room - 1_000 < len(text.encode()) <= room
        assert text.endswith(f" không đủ chỗ: {4000 - rows:,}\n".replace(",", "."))
    assert step_summary(findings, VI, 100) == ""


def test_gitlab_severities_and_fingerprints() -> None:
    record = json.loads(in_format("gitlab", many(3, 2)))
    assert [one["severity"] for one in record] == ["minor"] * 2 + ["major"] * 3
    assert len({one["fingerprint"] for one in record}) == 5


def test_sarif_says_what_rules_want_and_where_things_are() -> None:
    log = validated("sarif", in_format("sarif", PIPELINE))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == ["empty-file", "duplicate-task"]
    assert rules[1]["shortDescription"]["text"] == "Every task of a directive has an id of its own."
    assert rules[1]["fullDescription"]["text"].endswith("holds several tasks: `2a`, `2b`.")
    assert rules[1]["help"]["text"] == RULES["duplicate-task"].text
    assert rules[1]["defaultConfiguration"] == {"level": "error"}
    task = next(one for one in run["results"] if one["ruleId"] == "duplicate-task")
    assert rules[task["ruleIndex"]]["id"] == "duplicate-task"
    where = task["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {
        "uri": "van%20ban/directives/2023/3772-UBND-KGVX.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert where["region"] == {"startLine": 9, "startColumn": 5, "endLine": 9, "endColumn": 10}
    (related,) = task["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 4
    assert run["columnKind"] == "unicodeCodePoints"
    assert all("suppressions" not in one for one in run["results"])


def test_sarif_columns_are_code_points() -> None:
    run = json.loads(in_format("sarif", PIPELINE))["runs"][0]
    lines = TEXT.split("\n")
    for result, one in zip(run["results"], PIPELINE.found, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        if region["startLine"] == region["endLine"]:
            line = lines[region["startLine"] - 1]
            marked = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert marked == TEXT[one.place.start : one.place.end]


def test_sarif_and_reviewdog_are_given_the_fixes() -> None:
    def done(rows: list[str], at: tuple[int, int, int, int], text: str) -> str:
        """Do a replacement as readers do, by rows and columns counted from 1."""
        row, column, end_row, end_column = (number - 1 for number in at)
        before, after = rows[row][:column], rows[end_row][end_column:]
        return "\n".join([*rows[:row], f"{before}{text}{after}", *rows[end_row + 1 :]])

    wanted = TEXT.replace("so-khcnn", "so-khcn")
    results = json.loads(in_format("sarif", PIPELINE))["runs"][0]["results"]
    ((fix,), *others) = [one["fixes"] for one in results]
    assert not any(others)
    assert fix["description"]["text"] == "write so-khcn"
    ((change,)) = fix["artifactChanges"]
    assert (
        change["artifactLocation"]
        == results[0]["locations"][0]["physicalLocation"]["artifactLocation"]
    )
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    at = region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]
    assert done(TEXT.split("\n"), at, replacement["insertedContent"]["text"]) == wanted

    record = json.loads(in_format("rdjson", PIPELINE))
    ((suggestion,), *others) = [one["suggestions"] for one in record["diagnostics"]]
    assert not any(others)
    start, end = suggestion["range"]["start"], suggestion["range"]["end"]
    at = start["line"], start["column"], end["line"], end["column"]
    rows = [line.encode().decode("latin-1") for line in TEXT.split("\n")]  # a column is a byte
    said = done(rows, at, suggestion["text"].encode().decode("latin-1"))
    assert said.encode("latin-1").decode() == wanted


def test_sarif_stops_at_what_github_takes_and_says_so() -> None:
    findings = many(MOST_RESULTS - 10, 20)
    run = json.loads(in_format("sarif", findings))["runs"][0]
    levels = [one["level"] for one in run["results"]]
    assert len(levels) == MOST_RESULTS
    assert levels.count("error") == MOST_RESULTS - 10
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].endswith("GitHub takes 25,000 at most: 10")

    class Nowhere:
        encoding = None

        def write(self, text: str) -> None: ...

    style = Style(80, color=False, language=EN)
    assert str(draw_sarif(findings, style, Nowhere())).endswith(": 10")  # type: ignore[arg-type]
    assert draw_sarif(PIPELINE, style, Nowhere()) is None  # type: ignore[arg-type]


def read_junit(text: str) -> JUnitXml:
    return JUnitXml.fromstring(text.encode())


def test_junit_has_a_suite_a_file_and_a_case_a_rule() -> None:
    report = read_junit(in_format("junit", PIPELINE))
    assert (report.tests, report.failures, report.errors) == (8, 4, 0)
    suites = {suite.name: suite for suite in report}
    assert list(suites) == [
        "van ban/directives/2023/3772-UBND-KGVX.yaml",
        "van ban/directives/agencies.yaml",
    ]
    broken, clean = suites.values()
    assert (broken.tests, broken.failures) == (7, 4)
    assert [(case.name, case.result) for case in clean] == [("check", [])]
    cases = {case.name: case for case in broken}
    (failure,) = cases["duplicate-task"].result
    assert isinstance(failure, Failure)
    assert failure.message == "two tasks have the id 1"
    assert "it stands here first" in str(failure.text)
    assert cases["far-right"].result == []
    assert "error[hidden]" in str(cases["hidden"].result[0].text)
    said = cases["far-right"].system_out
    assert said.startswith("van ban/directives/2023/3772-UBND-KGVX.yaml:2:124: warning[")


def test_a_case_fails_where_the_run_does() -> None:
    findings = replace(PIPELINE, fails=lambda one: one.rule == "far-right")
    report = read_junit(in_format("junit", findings))
    failed = [case.name for suite in report for case in suite if case.result]
    assert failed == ["far-right"]
    assert report.failures == 1


def test_findings_of_one_rule_in_one_file_are_one_case() -> None:
    report = read_junit(in_format("junit", many(3, 0)))
    ((case,),) = report
    assert case.result[0].message == "fault 0; found here too: 2"
    assert len(str(case.result[0].text).splitlines()) == 3


def test_a_report_of_nothing_is_one() -> None:
    report = read_junit(in_format("junit", Findings((), 0)))
    assert (report.tests, list(report)) == (0, [])


def test_reviewdog_counts_bytes() -> None:
    record = validated("rdjson", in_format("rdjson", PIPELINE))
    lines = TEXT.encode().split(b"\n")
    marked = []
    for one in record["diagnostics"]:
        start, end = one["location"]["range"]["start"], one["location"]["range"]["end"]
        if start["line"] == end["line"]:
            line = lines[start["line"] - 1]
            marked.append(line[start["column"] - 1 : end["column"] - 1].decode())
    assert marked == ["lead: so-khcnn", "phê", "e\u0301t", "\x1b", "id: 1", ""]


def test_without_the_text_reviewdog_gets_lines() -> None:
    (one, *_) = validated("rdjson", in_format("rdjson", FINDINGS))["diagnostics"]
    assert one["location"]["range"] == {"start": {"line": 2}, "end": {"line": 2}}


def test_a_uri_gives_the_path_back() -> None:
    path = "thư mục/#1?%20 a:b&c.yaml"
    document = reader.read(path, b"a: b\n")
    found = Diagnostic("empty-file", Severity.ERROR, say("x"), document.span(0, 1))
    run = json.loads(in_format("sarif", Findings((found,), 1)))["runs"][0]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == path
    assert not set(uri) & set(":#?& ")
