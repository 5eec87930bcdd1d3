"""What stands at the cursor, told by lines: in what is whole, and in what is half typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stcli.documents.data import walk
from stcli.documents.reader import parse
from stcli.lsp.cursor import read_cursor, rule_typed
from stcli.lsp.meanings import Meaning, keys_of, meaning
from stcli.lsp.spots import spot
from stcli.sources import AGENCIES, SETTINGS

EXAMPLES = sorted(Path(__file__).parent.parent.glob("directives/**/*.yaml"))

TASK = "tasks:\n  - id: 1\n    title: a\n"


def at(text: str) -> tuple[tuple[str, ...], str | None, str, set[str]] | None:
    """Give what is told of the place marked with ^."""
    found = read_cursor(text.replace("^", ""), text.index("^"))
    if found is None:
        return None
    return found.keys, found.key, found.typed, set(found.siblings)


@pytest.mark.parametrize(
    ("text", "keys", "key", "typed", "siblings"),
    [
        ("^", "", None, "", ""),
        ("nu^", "", None, "nu", ""),
        ("number: 1\nti^\nissuer: x\n", "", None, "ti", "number issuer"),
        ("number: 1/^2\n", "", "number", "1/", ""),
        (f"{TASK}    le^\n    due: 1\n  - id: 2\n", "tasks", None, "le", "id title due"),
        ("tasks:\n- id: 1\n  lead: so^\n  due: 1\n- x: 2", "tasks", "lead", "so", "id due"),
        (f"{TASK}    with: [so-a, s^]\n", "tasks with", None, "s", ""),
        (f"{TASK}    with: [so-a, ^\n", "tasks with", None, "", ""),
        (f"{TASK}    lead:\n      - s^\n", "tasks lead", None, "s", ""),
        (f"{TASK}    lead:\n    - s^\n", "tasks lead", None, "s", ""),
        (f"{TASK}    lead:\n      ^\n", "tasks lead", None, "", ""),
        (f"{TASK}    changes:\n      - {{by: 7^, due: 3}}\n", "tasks changes", "by", "7", "due"),
        (f"{TASK}    changes: [{{by: 7, d^\n", "tasks changes", None, "d", "by"),
        (f"{TASK}    changes: [{{lead: [a, b^\n", "tasks changes lead", None, "b", ""),
        (f"{TASK}    changes:\n      - by: x\n        ^", "tasks changes", None, "", "by"),
        (f"{TASK}  - ^\n", "tasks", None, "", ""),
        (f"{TASK}\n\n  # so\n    le^", "tasks", None, "le", "id title"),
        ('issuer: "so^"\n', "", "issuer", '"so', ""),
        ("'issuer': so^\n", "", "issuer", "so", ""),
        ("severity:\n  sev^: off\n", "severity", None, "sev", ""),
        ("severity: {sev^", "severity", None, "sev", ""),
        ("a: 1\r\nb^\r\nc: 2\r\n", "", None, "b", "a c"),
    ],
)
def test_places(text: str, keys: str, key: str | None, typed: str, siblings: str) -> None:
    assert at(text) == (tuple(keys.split()), key, typed, set(siblings.split()))


@pytest.mark.parametrize(
    "text",
    [
        "number: 1 # a^\n",
        "# number: ^\n",
        "title: a\n  b^\n",
        f"{TASK}    notes: |\n      lead: so^\n",
        f"{TASK}    notes: >-\n      lead: so\n      due^\n",
        "tasks:^\n",
        "tasks:\n  -^\n",
        "with: [a]^",
        "notes: |^",
        "notes: &a ^",
        "|^",
    ],
)
def test_where_nothing_is_typed_that_is_known(text: str) -> None:
    assert at(text) is None


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_of_a_whole_file_each_value_is_told_as_the_reader_tells_it(path: Path) -> None:
    """At the end of each value on one line the keys above are those of its route."""
    document = parse("directives/a.yaml", path.read_text(encoding="utf-8"))
    checked = 0
    for node, route, value in list(walk(document.data))[:800]:
        start, end = document.marks[2 * node : 2 * node + 2]
        if isinstance(value, str) and document.text[start] not in "|>" and "\n" not in value:
            found = read_cursor(document.text, end)
            if "\n" not in document.text[start:end] and document.text[start] != '"':
                assert found is not None, route
                assert found.path == keys_of(route)
                assert found.typed == document.text[start:end]
                checked += 1
    assert checked >= 4


PARTS = ("a: ", "- ", "  ", "    ", "\n", "x", "{", "}", "[", "]", ", ", '"', "'", "#", " #", "|",
         "tasks:", "due: ", "\t", "\r\n", ":", "-", "&", "stcli: allow ", "ệ")  # fmt: skip


@example("a: a: \nx\r\n", 9)
@example("[a: {}", 6)
@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join), st.integers(0, 60))
def test_nothing_that_is_typed_makes_it_fail(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    found = read_cursor(text, offset)
    if found is not None:
        assert found.start <= offset <= found.end
        assert text[found.start : offset] == found.typed
    rule_typed(text, offset)
    here = spot(parse("directives/a.yaml", text), offset)
    if here is not None:
        assert here.start <= offset <= here.end


def test_the_name_of_a_rule_is_typed_in_a_comment() -> None:
    text = "lead: [a, b] # stcli: allow several-leads, unk-x"
    assert rule_typed(text, len(text) - 2) == ("unk", len(text) - 5, len(text))
    assert rule_typed(text, 10) is None
    assert rule_typed("a: '# x'", 7) is None


@pytest.mark.parametrize(
    ("path", "keys", "expected"),
    [
        ("directives/a.yaml", "issuer", Meaning.AGENCY),
        ("directives/a.yaml", "tasks lead", Meaning.AGENCY),
        ("directives/a.yaml", "tasks with", Meaning.AGENCY),
        ("directives/a.yaml", "tasks changes lead", Meaning.AGENCY),
        ("directives/a.yaml", "tasks members agency", Meaning.AGENCY),
        ("directives/a.yaml", "tasks due", Meaning.DEADLINE),
        ("directives/a.yaml", "tasks changes by", Meaning.DIRECTIVE),
        ("directives/a.yaml", "tasks implements", Meaning.TASK),
        ("directives/a.yaml", "issued", Meaning.DAY),
        ("directives/a.yaml", "tasks periods for", Meaning.PERIOD),
        ("directives/a.yaml", "title", None),
        ("directives/a.yaml", "tasks title x", None),
        ("directives/a.yaml", "lead", None),
        (AGENCIES, "agencies id", Meaning.AGENCY_ID),
        (AGENCIES, "agencies parent", Meaning.AGENCY),
        (AGENCIES, "agencies members", Meaning.AGENCY),
        (AGENCIES, "agencies kind", Meaning.WORD),
        (AGENCIES, "issuer", None),
        (SETTINGS, "roll", Meaning.WORD),
        (SETTINGS, "severity several-leads", Meaning.WORD),
        (SETTINGS, "", None),
    ],
)
def test_meanings(path: str, keys: str, expected: Meaning | None) -> None:
    assert meaning(path, tuple(keys.split())) == expected


def test_a_value_is_found_in_a_file_that_is_not_yaml() -> None:
    text = "number: 1\nlead: [\ntasks:\n  - id: 1\n    lead: so-khcn, x\n    due: 15 days # y\n"
    document = parse("directives/a.yaml", text)
    assert document.data is None
    found = spot(document, text.index("khcn"))
    assert found is not None
    assert (found.keys, found.text, found.route) == (("tasks", "lead"), "so-khcn", None)
    deadline = spot(document, text.index("days"))
    assert deadline is not None
    assert (deadline.text, deadline.meaning, deadline.at) == ("15 days", Meaning.DEADLINE, 3)


def test_rules_are_found_in_comments_and_settings() -> None:
    text = "number: 1 # stcli: allow tag, due-text-mismatch\n"
    found = spot(parse("directives/a.yaml", text), text.index("text"))
    assert found is not None
    assert (found.text, found.meaning) == ("due-text-mismatch", Meaning.RULE)
    settings = "severity: {several-leads: off}\n"
    weighed = spot(parse(SETTINGS, settings), 15)
    assert weighed is not None
    assert (weighed.text, weighed.meaning) == ("several-leads", Meaning.RULE)
