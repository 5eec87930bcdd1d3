"""Fixes: each, done to the text, takes its finding away and changes nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from bundles import LISTED, TODAY, bundle
from hypothesis import given
from hypothesis import strategies as st

from stcli.diagnostics import Diagnostic, Fix
from stcli.documents import reader
from stcli.documents.data import Data
from stcli.documents.document import Document
from stcli.documents.rewriting import rewritten, written
from stcli.examine import examine
from stcli.load import Loaded, load
from stcli.render.diagnostics import json as json_format
from stcli.render.diagnostics.findings import Findings
from stcli.render.style import Style
from stcli.sources import Source
from stcli.words import Language

RULE_FILES = sorted((Path(__file__).parent / "rules").glob("*.yaml"))
PATH = "directives/25-CT-TTg.yaml"
HEAD = "number: 25/CT-TTg\ntitle: Phát triển\nissuer: thu-tuong\nissued: 2023-10-05\n"
SYNTAX = {"colon-in-text", "no-space-after-colon", "tab-in-indentation", "hidden-character"}


def fixed(text: str, fix: Fix) -> str:
    for edit in reversed(fix.edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def sources_of(text: str, settings: str = "") -> tuple[Source, ...]:
    return (
        Source(PATH, text.encode()),
        Source("directives/agencies.yaml", LISTED.encode()),
        *((Source("stcli.yaml", settings.encode()),) if settings else ()),
    )


def found_in(text: str, settings: str = "") -> list[Diagnostic]:
    return list(examine(load(sources_of(text, settings)), TODAY))


def only_fix(text: str) -> Fix:
    fixes = [one.fix for one in found_in(text) if one.fix is not None]
    assert len(fixes) == 1, fixes
    return fixes[0]


def leaves(data: Data, route: tuple[object, ...] = ()) -> dict[tuple[object, ...], Data]:
    """Give every leaf of the data by the way to it; a mapping also counts as its keys in order."""
    match data:
        case dict():
            return {
                (*route, "keys"): list(data),
                **{k: v for name in data for k, v in leaves(data[name], (*route, name)).items()},
            }
        case list():
            return {
                k: v for at, one in enumerate(data) for k, v in leaves(one, (*route, at)).items()
            }
        case _:
            return {route: data}


def values(data: Data) -> list[Data]:
    return [value for route, value in leaves(data).items() if route[-1:] != ("keys",)]


def check_fix(sources: tuple[Source, ...], before: Loaded, one: Diagnostic) -> None:
    """Hold a fix to its promise: the finding is gone, and the rest of the data is as it was."""
    assert one.fix is not None
    assert one.fix.edits
    document = before.documents[one.place.path]
    bom = "\ufeff" if sources_by(sources)[document.path].startswith(b"\xef\xbb\xbf") else ""
    text = bom + fixed(document.text, one.fix)
    after = load(
        replace(source, content=text.encode()) if source.path == document.path else source
        for source in sources
    )
    alike = [left for left in examine(after, TODAY) if same_fault(left, one)]
    if one.rule == "hidden-character":  # the next one may have moved into its place
        assert len(alike) < len([was for was in examine(before, TODAY) if same_fault(was, one)])
    else:
        assert not [left for left in alike if left.place.start == shifted(one)], (one, text)
    check_data(document, after.documents[document.path], one)


def same_fault(one: Diagnostic, other: Diagnostic) -> bool:
    return (one.rule, one.place.path, one.message) == (other.rule, other.place.path, other.message)


def sources_by(sources: tuple[Source, ...]) -> dict[str, bytes]:
    return {source.path: source.content for source in sources}


def shifted(one: Diagnostic) -> int:
    assert one.fix is not None
    moved = sum(
        len(edit.text) - (edit.end - edit.start)
        for edit in one.fix.edits
        if edit.end < one.place.start
    )
    return one.place.start + moved


def check_data(before: Document, after: Document, one: Diagnostic) -> None:
    if before.data is None:
        assert one.rule in SYNTAX
        return
    assert after.data is not None, (one, after.text, after.problems)
    old, new = values(before.data), values(after.data)
    if one.rule in {"unknown-key", "unknown-rule"}:
        assert old == new
        assert size_of_change(keys(before.data), keys(after.data)) == 1
    elif one.rule == "unused-allowance":
        assert before.data == after.data
    else:
        assert keys(before.data) == keys(after.data)
        assert size_of_change(old, new) == 1


def keys(data: Data) -> list[Data]:
    return [name for route, value in leaves(data).items() if route[-1:] == ("keys",)
            for name in (value if isinstance(value, list) else [])]  # fmt: skip


def size_of_change(old: list[Data], new: list[Data]) -> int:
    assert len(old) == len(new)
    return sum(a != b for a, b in zip(old, new, strict=True))


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_each_fix_of_the_rules_files_keeps_its_promise(path: Path) -> None:
    files = bundle(path.read_text(encoding="utf-8"))
    loaded = load(files.sources)
    for one in examine(loaded, TODAY):
        if one.fix is not None:
            check_fix(files.sources, loaded, one)


def test_the_rules_with_fixes_are_these() -> None:
    # and colon-in-text, whose file has a comment on each line, before which a text may end
    having = set()
    for path in RULE_FILES:
        files = bundle(path.read_text(encoding="utf-8"))
        having |= {one.rule for one in examine(load(files.sources), files.today) if one.fix}
    assert having >= {
        "hidden-character",
        "malformed-date",
        "malformed-deadline",
        "no-space-after-colon",
        "tab-in-indentation",
        "unknown-agency",
        "unknown-key",
        "unknown-rule",
        "unused-allowance",
    }


TASK = "tasks:\n  - id: 1\n    title: Rà soát\n    lead: so-khcn\n"


@pytest.mark.parametrize(
    ("before", "after", "safe"),
    [
        (f"{HEAD}{TASK}    dua: 2024\n", f"{HEAD}{TASK}    due: 2024\n", False),
        (f"{HEAD}{TASK}    Due-Text: x\n", f"{HEAD}{TASK}    due_text: x\n", True),
        (f"{HEAD}tags: [a]\ntag: [b]\n", None, False),  # its mapping has `tags` already
        (HEAD.replace("thu-tuong", "thu-tuogn"), HEAD, False),
        (HEAD.replace("thu-tuong", "Thủ tướng"), HEAD, True),
        (HEAD.replace("thu-tuong", "'Thủ tướng'"), HEAD.replace("thu-tuong", "'thu-tuong'"), True),
        (HEAD.replace("thu-tuong", '"Thủ tướng"'), HEAD.replace("thu-tuong", '"thu-tuong"'), True),
        (HEAD.replace("thu-tuong", "|\n  Thủ tướng"), None, True),
        (HEAD.replace("thu-tuong", "Thủ\n  tướng"), None, True),
        (HEAD.replace("2023-10-05", "5/10/2023"), HEAD, True),
        (f"{HEAD}{TASK}    due: quý II/2024\n", f"{HEAD}{TASK}    due: 2024-Q2\n", True),
        (
            f"{HEAD}{TASK}    due: trước ngày 30/8/2024\n",
            f"{HEAD}{TASK}    due: before 2024-08-30\n",
            False,
        ),
        (f"{HEAD}{TASK}    due: 2025..2024\n", f"{HEAD}{TASK}    due: 2024..2025\n", False),
        (f"{HEAD}{TASK}    due: before 2024-Q2\n", f"{HEAD}{TASK}    due: 2024-03-31\n", False),
        (
            f"{HEAD}tasks: [{{id: 1, title: x, lead: so-khcn, due: 10h00 ngày 5/1/2024}}]\n",
            f"{HEAD}tasks: [{{id: 1, title: x, lead: so-khcn, due: 2024-01-05 10:00}}]\n",
            True,
        ),
        (f"{HEAD}tags: x\nnotes: V/v: y\n", f'{HEAD}tags: x\nnotes: "V/v: y"\n', True),
        (f'{HEAD}notes: "V/v": y\n', None, True),
        (f'{HEAD}notes: V/v: "y"\n', f"{HEAD}notes: 'V/v: \"y\"'\n", True),
        (f"{HEAD}notes: 'x': y\n", None, True),
        (f"{HEAD}notes: x lead: y\n", f'{HEAD}notes: "x lead: y"\n', False),
        (f"{HEAD}notes: V/v: y # z\n", None, True),
        (f"{HEAD}notes: V/v: y\n  z\n", None, True),
        (f"{HEAD}notes:abc\n", f"{HEAD}notes: abc\n", True),
        (f"{HEAD}tasks:\n\t- id: 1\n", f"{HEAD}tasks:\n  - id: 1\n", False),
        (f"{HEAD}tags:\n  -\ta\n\t  - b\n", f"{HEAD}tags:\n  - a\n\t  - b\n", True),
        (f"{HEAD}tasks:\n  - id: 1\n\tdue: 1\n", f"{HEAD}tasks:\n  - id: 1\n    due: 1\n", False),
        (f"{HEAD}{TASK}\t- id: 2\n", f"{HEAD}{TASK}  - id: 2\n", False),
        (f"{HEAD}tags:\n  - a\n\tnotes: x\n", None, False),
        (HEAD.replace("Phát", "Ph\u200bát"), HEAD, True),
        (HEAD.replace("Phát", "Ph\u2028át"), None, True),
        (f"{HEAD}notes: x  # stcli: allow several-leads\n", f"{HEAD}notes: x\n", True),
        (f"# stcli: allow several-leads # why\n{HEAD}", HEAD, True),
        (f"{HEAD}  # stcli: allow several-leads", HEAD, True),
        (f"{HEAD}notes: x # stcli: allow several-lead\n", None, True),
        (
            f"{HEAD}{TASK}    with: [xxxxxxx] # stcli: allow unknown-agenci\n",
            f"{HEAD}{TASK}    with: [xxxxxxx] # stcli: allow unknown-agency\n",
            True,
        ),
    ],
)  # fmt: skip
def test_the_smallest_change_that_mends_it(before: str, after: str | None, *, safe: bool) -> None:
    if after is None:
        assert [one.rule for one in found_in(before) if one.fix is not None] == []
        assert found_in(before)
        return
    fix = only_fix(before)
    assert (fixed(before, fix), fix.safe) == (after, safe)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(mark: str, end: str) -> None:
    allowed = "notes: x  # stcli: allow several-leads, task-without-lead, x-y # as there\n"
    text = f"# stcli: allow several-leads\n{HEAD}{allowed}{TASK}    dua: ngày 5/1/2024\n"
    raw = mark + text.replace("\n", end)
    for part in (raw, raw.replace("dua:", "due:"), raw.replace("dua:", "due: 2024 #")):
        sources = sources_of(part)
        loaded = load(sources)
        fixes = [one for one in examine(loaded, TODAY) if one.fix is not None]
        assert fixes
        for one in fixes:
            check_fix(sources, loaded, one)
            assert one.fix is not None
            after = fixed(loaded.documents[PATH].text, one.fix)
            assert after.count("\r") == after.count("\n") * (end == "\r\n")


def test_of_several_allowances_one_goes() -> None:
    line = "notes: x  # stcli: allow {} # as there\n"
    text = HEAD + line.format("several-leads, tag, task-without-lead")
    after = [fixed(text, one.fix) for one in found_in(text) if one.fix is not None]
    assert after == [
        HEAD + line.format("tag, task-without-lead"),
        HEAD + line.format("several-leads, task-without-lead"),
        HEAD + line.format("several-leads, tag"),
    ]


def test_a_rule_in_the_settings_is_respelt() -> None:
    (one,) = found_in(HEAD, "severity: {several-lead: off}\n")
    assert one.fix is not None
    assert fixed("severity: {several-lead: off}\n", one.fix) == "severity: {several-leads: off}\n"
    (fixed_rule,) = found_in(HEAD, "severity: {syntaxx: off}\n")
    assert fixed_rule.fix is None


def test_json_has_the_fix() -> None:
    stream = StringIO()
    findings = Findings(tuple(found_in(HEAD.replace("2023-10-05", "5/10/2023"))), 1)
    json_format.draw(findings, Style(80, color=False, language=Language.VIETNAMESE), stream)
    (one,) = json.loads(stream.getvalue())["diagnostics"]
    start = HEAD.index("2023-10-05")
    assert one["fix"] == {
        "title": "write 2023-10-05",
        "safe": True,
        "edits": [{"start": start, "end": start + 9, "text": "2023-10-05"}],
    }


AGENCIES = ("thu-tuong", "Thủ tướng", "bo-khcn", "Bộ KH&CN", "so-khnc", "x y", "so-khcn", "zzz")
KEYS = (
    "due",
    "dua",
    "lead",
    "laed",
    "with",
    "Tags",
    "tags",
    "notes",
    "officer",
    "done",
    "evidense",
)
WORDS = (
    "2024-Q2", "quý II năm 2024", "30/6/2024", "2024-06-30", "trước ngày 30/8/2026", "x", "V/v: y",
    "so-khnc", "'Bộ KH&CN'", '"thu tuong"', "[so-khnc, Bộ KH&CN]", "a # stcli: allow tag", "9/2024",
    "trong 15 ngày", "{a: b}", "",
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> str:
    lines = [*HEAD.splitlines()]
    lines[2] = f"issuer: {draw(st.sampled_from(AGENCIES))}"
    if draw(st.booleans()):
        lines.append("tasks:")
        for number in range(draw(st.integers(1, 3))):
            lines += [f"  - id: {number}", "    title: Rà soát"]
            for key in draw(st.lists(st.sampled_from(KEYS), max_size=4)):
                tail = draw(st.sampled_from(("", " # stcli: allow several-leads", "  # x")))
                lines.append(f"    {key}: {draw(st.sampled_from(WORDS))}{tail}")
    for at in draw(st.lists(st.integers(0, len(lines) - 1), max_size=2)):
        slip = draw(st.sampled_from((("  ", "\t"), (": ", ":"), ("- ", "-\t"), ("o", "o\u200b"))))
        lines[at] = lines[at].replace(*slip, 1)
    return draw(st.sampled_from(("\n", "\r\n"))).join((*lines, ""))


@given(texts())
def test_any_fix_keeps_its_promise(text: str) -> None:
    sources = sources_of(text)
    loaded = load(sources)
    for one in examine(loaded, TODAY):
        if one.fix is not None:
            check_fix(sources, loaded, one)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_any_value_is_read_back_as_it_was_written(value: str) -> None:
    if re.search("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u3164\uffa0]", value):
        return
    for raw in ("x", "'x'", '"x"'):
        text = f"a: [{raw}, b]\n"
        edit = rewritten(text, 4, 4 + len(raw), value)
        assert edit is not None
        document = reader.parse("x", text[: edit.start] + edit.text + text[edit.end :])
        assert document.data == {"a": [value, "b"]}
    assert reader.parse("x", f"a: {written(value)}\n").data == {"a": value}
