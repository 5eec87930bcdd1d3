"""Files read for a check: what is found is the same as if all had been read whole."""

from __future__ import annotations

import marshal
import random
from datetime import date
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bundles import LISTED, TODAY, bundle
from fuzz import directive as hostile
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import AGENCIES, HEIRS, PATHS, texts

from stcli import workers
from stcli.examine import examine
from stcli.load import Loaded, load
from stcli.policy.late import STATES, late_tasks
from stcli.rules.catalogue import RULES
from stcli.rules.registry import Scope
from stcli.skimming import Circumstances, _Skimming, skim
from stcli.sources import OF_THE_OFFICE, Source, Stock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stcli.diagnostics import Diagnostic

RULE_FILES = sorted((Path(__file__).parent / "rules").glob("*.yaml"))
QUIET = """\
number: {number}/UBND-KT
title: Kế hoạch
issuer: thu-tuong
issued: 2023-10-05
tasks:
  - id: 1
    title: Rà soát
    lead: bo-khcn
    due: 2026
"""


def stock(sources: Iterable[Source]) -> Stock[Source]:
    return Stock(tuple(sources), attrgetter("path"), lambda one: one)


def skimmed(sources: Sequence[Source], day: date, processors: int = 1) -> Loaded:
    given = stock(sources)
    office = load(given.those(OF_THE_OFFICE))
    asked = partial(late_tasks, day=day, wanted=frozenset(STATES))
    return skim(given, Circumstances(office, day, asked), processors)


def found(loaded: Loaded, day: date) -> tuple[Diagnostic, ...]:
    late = late_tasks(loaded.whole, day, frozenset(STATES))
    return examine(loaded, day, late)


def hold_together(sources: Sequence[Source], day: date, processors: int = 1) -> Loaded:
    """Hold what is found in files in outline against what is found in them whole."""
    loaded, whole = skimmed(sources, day, processors), load(sources)
    assert found(loaded, day) == found(whole, day)
    assert (loaded.invalid, loaded.diagnostics) == (whole.invalid, whole.diagnostics)
    assert list(loaded.documents) == list(whole.documents)
    assert dict(loaded.documents) == dict(whole.documents)
    return loaded


def quiet(count: int) -> list[Source]:
    named = (QUIET.format(number=number + 1) for number in range(count))
    return [
        Source(f"directives/quiet/{number}.yaml", text.encode())
        for number, text in enumerate(named)
    ]


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_every_rule_finds_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "SMALLEST_CHUNK", 2)
    given = bundle(path.read_text(encoding="utf-8"))
    sources = [*quiet(3), *given.sources]
    hold_together(sources, given.today)
    hold_together(sources[::-1], given.today)


@settings(max_examples=200)
@given(
    st.lists(texts, min_size=1, max_size=len(PATHS)),
    st.sampled_from((AGENCIES, HEIRS, "agencies: none\n", "")),
    st.sampled_from(("2025-01-05", "2025-02-28", "2025-03-01", "2026-03-01")),
)
def test_offices_give_the_same(some: list[str], agencies: str, day: str) -> None:
    sources = [
        Source(path, text.encode("utf-8", "surrogatepass"))
        for path, text in zip(PATHS, some, strict=False)
    ]
    if agencies:
        sources.append(Source("directives/agencies.yaml", agencies.encode()))
    hold_together(sources, date.fromisoformat(day))


def test_hostile_directives_give_the_same() -> None:
    for seed in range(400):
        chance = random.Random(seed)
        sources = [
            Source(f"directives/{number}.yaml", hostile(chance).encode("utf-8", "surrogatepass"))
            for number in range(chance.randint(1, 6))
        ]
        sources.append(Source("directives/agencies.yaml", LISTED.encode()))
        hold_together(sources, TODAY)


def test_files_in_order_are_kept_in_outline_and_read_again_when_asked_for() -> None:
    sources = [*quiet(40), Source("directives/agencies.yaml", LISTED.encode())]
    loaded = hold_together(sources, TODAY)
    assert len(loaded.outlined) == 40
    directive = loaded.tracker.directives[0]
    assert (directive.title, directive.tasks[0].title) == ("", "")
    assert loaded.documents[directive.path].text == QUIET.format(number=1)
    assert loaded.whole.tracker.directives == ()


def test_forked_processes_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH_A_FORK", 1)
    lead = QUIET.replace("lead: bo-khcn", "lead: [bo-khcn, bo-tai-chinh]")
    loud = [
        Source(f"directives/loud/{number}.yaml", lead.format(number=number + 1000).encode())
        for number in range(20)
    ]
    sources = [*quiet(100), *loud, Source("directives/agencies.yaml", LISTED.encode())]
    loaded = hold_together(sources, TODAY, processors=3)
    assert len(loaded.outlined) == 100


def test_what_a_process_hands_over_can_be_sent() -> None:
    sources = [*quiet(3), Source("directives/agencies.yaml", LISTED.encode())]
    office = load(sources[-1:])
    skimming = _Skimming(Circumstances(office, TODAY, lambda _: ()))
    documents, outlines = skimming.share([*sources, Source("directives/a.yaml", b"a: b")])
    assert (len(documents), len(outlines)) == (2, 3)
    sent = marshal.dumps((documents, outlines))
    assert marshal.loads(sent) == (documents, outlines)  # noqa: S302 - made just now


OF_DIRECTIVES = ("implements", "cites", "amends", "replaces")
OF_TASKS = (
    ("implements: 7/UBND-X#1", "unknown-reference"),
    ("due: 3 days from task 2", "task-cycle"),
    ("changes: [{date: 2024-01-01, lead: bo-khcn, by: 7/UBND-X}]", "unknown-reference"),
    ("changes: [{date: 2024-01-01, due: 3 days from task 2, by: 1/UBND-KT}]", "task-cycle"),
    ("changes: [{date: 2024-01-01, replaced_by: 2}]", "task-cycle"),
    ("cancelled: {date: 2024-01-01, by: 7/UBND-X}", "unknown-reference"),
    ("returned: {date: 2024-01-01, by: 7/UBND-X}", "unknown-reference"),
)


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ("aliases: 1/UBND-KT\ntasks:", "ambiguous-reference"),
        *((f"{key}: 7/UBND-X\ntasks:", "unknown-reference") for key in OF_DIRECTIVES),
        *(
            (f"tasks:\n  - {{id: 2, title: a, lead: bo-khcn, {more}}}", rule)
            for more, rule in OF_TASKS
        ),
    ],
)
def test_references_are_looked_at_in_outlines(more: str, rule: str) -> None:
    text = QUIET.format(number=9).replace("tasks:", more)
    citing = QUIET.format(number=10).replace("tasks:", "cites: 1/UBND-KT\ntasks:")
    sources = [
        *quiet(3),
        Source("directives/a.yaml", text.encode()),
        Source("directives/b.yaml", citing.encode()),
        Source("directives/agencies.yaml", LISTED.encode()),
    ]
    loaded = hold_together(sources, TODAY)
    assert rule in {one.rule for one in found(loaded, TODAY)}
    assert "directives/a.yaml" in loaded.outlined


ENDED = (
    "cancelled: {date: 2024-01-01}",
    "returned: {date: 2024-01-01}",
    "changes: [{date: 2024-01-01, replaced_by: 1, by: 1/UBND-KT}]",
)
MOVED = "changes: [{date: 2024-01-02, due: 2026-12-31, by: 1/UBND-KT}]"


@pytest.mark.parametrize(
    ("waiting", "awaited", "is_found", "is_outlined"),
    [
        *(("lead: bo-khcn", ended, True, True) for ended in ENDED),
        ("changes: [{date: 2024-01-02, title: b, by: 1/UBND-KT}]", ENDED[0], True, True),
        ("lead: bo-khcn", "lead: bo-khcn", False, True),
        ("lead: bo-khcn", f"{ENDED[2]}, done: 2023-12-30, evidence: 1/BC", False, False),  # late
        (MOVED, ENDED[0], False, True),
        ("done: 2024-01-01, evidence: 1/BC", ENDED[0], False, True),
        (ENDED[0], ENDED[1], False, True),
        ("members: [{agency: bo-khcn, done: 2024-01-01, evidence: 1/BC}]", ENDED[0], False, True),
    ],
)
def test_who_waits_for_what_was_given_up_is_seen_in_outlines(
    waiting: str, awaited: str, *, is_found: bool, is_outlined: bool
) -> None:
    waiting = f"due: 3 days from task 3, {waiting}"
    text = "tasks:"
    for name, more in (("2", waiting), ("3", awaited)):
        lead = "" if "lead" in more else "lead: bo-khcn, "
        text += f"\n  - {{id: {name}, title: a, {lead}{more}}}"
    sources = [
        *quiet(3),
        Source("directives/a.yaml", QUIET.format(number=9).replace("tasks:", text).encode()),
        Source("directives/agencies.yaml", LISTED.encode()),
    ]
    loaded = hold_together(sources, TODAY)
    assert ("never-due" in {one.rule for one in found(loaded, TODAY)}) is is_found
    assert ("directives/a.yaml" in loaded.outlined) is is_outlined


def test_an_allowance_that_nothing_needs_is_found() -> None:
    text = QUIET.format(number=9).replace("lead: bo-khcn", "lead: bo-khcn  # stcli: allow syntax")
    sources = [
        *quiet(3),
        Source("directives/a.yaml", text.encode()),
        Source("directives/agencies.yaml", LISTED.encode()),
    ]
    loaded = hold_together(sources, TODAY)
    assert "unused-allowance" in {one.rule for one in found(loaded, TODAY)}


WAITING = QUIET.replace("due: 2026", "due: 3 days from 1/UBND-KT#1")
AMENDING = QUIET.replace("issuer:", "amends: 2/UBND-KT\nissuer:").replace("2023-", "2024-")


@pytest.mark.parametrize(("text", "whole"), [(WAITING, "0"), (AMENDING, "1")])
def test_what_others_rest_on_is_read_whole(text: str, whole: str) -> None:
    sources = [
        *quiet(5),
        Source("directives/other.yaml", text.format(number=9).encode()),
        Source("directives/agencies.yaml", LISTED.encode()),
    ]
    loaded = hold_together(sources, date(2025, 6, 1))
    assert f"directives/quiet/{whole}.yaml" not in loaded.outlined
    assert len(loaded.outlined) >= 4


def test_every_rule_says_what_it_has_to_see() -> None:
    scopes = {scope: [one.name for one in RULES.values() if one.scope is scope] for scope in Scope}
    assert scopes[Scope.ALL] == [
        "duplicate-directive",
        "unknown-reference",
        "ambiguous-reference",
        "reference-cycle",
        "reference-to-later",
        "task-cycle",
        "never-due",
        "suspect-task",
    ]
    assert scopes[Scope.OFFICE] == [
        "unknown-rule",
        "duplicate-agency",
        "successor-cycle",
        "parent-cycle",
        "member-cycle",
    ]
