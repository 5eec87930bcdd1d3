"""Every rule, by its file in `rules/`: the marks in it are what must be found, both ways."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from bundles import TODAY, bundle, marks_of

from stcli.diagnostics import Severity
from stcli.errors import StcliError
from stcli.examine import examine
from stcli.load import Loaded, load
from stcli.policy.guards import GUARDS, guarded
from stcli.policy.late import STATES, late_tasks
from stcli.rules.catalogue import RULES, find_rule
from stcli.states import State

FOLDER = Path(__file__).parent / "rules"
PACKAGE = Path(__file__).parent.parent / "stcli"

NAMERS = {"Problem", "Fault", "ValueFault"}
"""What gives a rule's name to a finding of reading and format."""

NOT_SHOWN = {
    "conflict-mark",
    "empty-file",
    "hidden-character",
    "not-utf-8",
    "space-in-indentation",
    "tab-in-indentation",
    "too-large",
    "unreadable-file",
}
"""Rules whose examples describe what a page cannot show, or only a whole file shows."""

BASE = {
    "number": "25/CT-TTg",
    "title": "Phát triển thị trường khoa học và công nghệ",
    "issuer": "thu-tuong",
    "issued": "2023-10-05",
}
EXAMPLE = re.compile(r"\n\nWrong:\n\n((?:    .*\n|\n)+)\nRight:\n\n((?:    .*(?:\n|$)|\n)+)$")


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_marks_equal_findings(name: str) -> None:
    files = bundle((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    found = examine(load(files.sources), files.today)
    assert marks_of(found) == files.marks, "\n".join(map(describe, found))
    assert name in {rule for _, _, _, rule in files.marks}


def describe(found: object) -> str:
    return repr(found)


def test_every_rule_has_its_file() -> None:
    applied = {name for name, rule in RULES.items() if not rule.requested}
    assert {path.stem for path in FOLDER.glob("*.yaml")} == applied


def test_files_show_what_is_right_too() -> None:
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert "# right" in text, path.name


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_its_law_its_reason_and_an_example(name: str) -> None:
    text = RULES[name].text
    law, blank, reason = text.split("\n", 2)
    assert law.endswith(".")
    assert not law.endswith("..")
    assert not blank
    assert reason[0] != "\n"
    assert EXAMPLE.search(text), text
    assert all(len(line) <= 80 for line in text.splitlines())


@pytest.mark.parametrize("name", [name for name in RULES if name not in NOT_SHOWN])
def test_the_example_of_a_rule_is_true(name: str) -> None:
    example = EXAMPLE.search(RULES[name].text)
    assert example is not None
    wrong, right = (loaded_example(part) for part in example.groups())
    assert set(found_in(wrong, name, right)) == {name}
    assert found_in(right, name, right) == []


def found_in(now: Loaded, name: str, before: Loaded) -> list[str]:
    """Give the rules that find something: all of them, with one that is applied on request."""
    if name in GUARDS:
        empty = load(bundle(complete("tasks: []\n")).sources)
        was = empty if name == "unproved-completion" else before
        return [one.rule for one in guarded(now, was, {name})]
    late = late_tasks(now, TODAY, frozenset({State(name)}) if name in STATES else frozenset())
    return [one.rule for one in examine(now, TODAY, late)]


def loaded_example(indented: str) -> Loaded:
    """Give what an example holds, completed to whole files."""
    text = re.sub(r"^    ", "", indented, flags=re.MULTILINE)
    text = re.sub(r"^# (\S+\.yaml)$", r"#=== \1", text, flags=re.MULTILINE)
    if not text.startswith("#==="):
        text = f"#=== directives/2023/25-CT-TTg.yaml\n{text}"
    parts = re.split(r"^(#=== .*\n)", text, flags=re.MULTILINE)
    whole = "".join(
        head
        + (
            content
            if head.endswith(("agencies.yaml\n", "calendar.yaml\n", "stcli.yaml\n"))
            else complete(content)
        )
        for head, content in zip(parts[1::2], parts[2::2], strict=True)
    )
    return load(bundle(whole).sources)


def complete(content: str) -> str:
    """Add the keys a directive needs that an example leaves out, behind what must come first."""
    if content.startswith("- "):
        return content
    lines = [f"{key}: {value}\n" for key, value in BASE.items() if not key_in(key, content)]
    start = content.find("---\n") + 4 if content.startswith("%") else 0
    return content[:start] + "".join(lines) + content[start:]


def key_in(key: str, content: str) -> bool:
    return re.search(rf"^{key}:", content, re.MULTILINE) is not None


def test_every_name_given_to_a_finding_is_declared() -> None:
    given = {name for path in PACKAGE.rglob("*.py") for name in names_given(path)}
    declared = {name for name, rule in RULES.items() if rule.check is None and not rule.requested}
    assert given | {"unused-allowance"} == declared


def names_given(path: Path) -> set[str]:
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {
        argument.value
        for node in calls
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in NAMERS
        for argument in node.args[:1]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def test_rules_of_reading_are_errors_that_nobody_can_weigh() -> None:
    doubts = {"text-after-hash", "unused-allowance"}
    for name, rule in RULES.items():
        if rule.check is None and not rule.requested:
            assert rule.fixed is (name not in doubts)
            expected = Severity.WARNING if name in doubts else Severity.ERROR
            assert rule.severity is expected


def test_a_rule_is_its_function_with_dashes() -> None:
    for name, rule in RULES.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        if rule.check is not None:
            assert rule.check.__name__.replace("_", "-") == name
        assert rule.summary == rule.text.splitlines()[0]


def test_a_rule_is_found_by_its_name_or_a_near_one_is_asked_for() -> None:
    assert find_rule("several-leads") is RULES["several-leads"]
    with pytest.raises(StcliError, match="there is no rule `several-lead`") as near:
        find_rule("several-lead")
    assert str(near.value.help) == "did you mean `several-leads`?"
    with pytest.raises(StcliError) as far:
        find_rule("zzzzzz")
    assert str(far.value.help) == "see: stcli explain"
