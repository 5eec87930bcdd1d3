from __future__ import annotations

import re
from dataclasses import replace
from io import StringIO
from itertools import product
from typing import TYPE_CHECKING

import pytest
from agendas import overdue, upcoming
from builders import (
    SETTINGS,
    agency,
    change,
    day,
    directive,
    heir,
    rows,
    task,
    tracker,
    trackers,
)
from drawings import LABEL, TODAY, drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from stcli.diagnostics import Diagnostic, Place, Severity
from stcli.messages import say
from stcli.references import Assignment, References
from stcli.render import incomplete, json, markdown, records, table, text
from stcli.render.page import Branch, Column, Fields, Heading, Page, Paragraph, Table
from stcli.render.pages.details import detail_page
from stcli.render.pages.events import event_table
from stcli.render.pages.hints import show
from stcli.render.pages.rules import rule_page, rules_page
from stcli.render.pages.status import status_page
from stcli.render.pages.tasks import list_page, overdue_page, upcoming_page
from stcli.render.pages.tree import tree_page
from stcli.render.style import Style
from stcli.rules.registry import Rule
from stcli.views.cascade import cascade
from stcli.views.details import TaskDetail, detail
from stcli.views.history import Alteration, Event, EventKind
from stcli.views.status import Grouping, status
from stcli.views.tree import tree
from stcli.words import Language

if TYPE_CHECKING:
    from stcli.model import Agency, Directive, Succession, Task, Tracker

DRAWS = (table.draw, text.draw, markdown.draw)
HOSTILE = (
    "\x1b[31mESC\x1b[0m",
    "bidi \u202e\u2066",
    "[red]x[/x]",
    ":warning:",
    "=1+1",
    "a|b",
    "two\nlines",
    "::error::x",
    "##[error]x",
    "{name} %s \\",
    "<script>",
    "\ud800",
)
UNSAFE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066\ud800]|^\s*::|##[A-Za-z]*\[", re.MULTILINE
)


def of_everything(of: Tracker, on: str) -> list[Page]:
    """Give every page there is of a tracker on a day."""
    today, references = day(on), References(of)
    listed = rows(of, on)
    found: list[Directive | Agency] = [
        *(one for one in references.directives if one.issued <= today),
        *of.listed,
    ]
    return [
        *(status_page(status(listed, of, references, today, by), ("a.yaml",)) for by in Grouping),
        list_page(listed, today, of.agency_label),
        overdue_page(overdue(listed), today, of.agency_label),
        upcoming_page(upcoming(listed, today, 30), today, today, of.agency_label),
        tree_page(tree(listed, cascade(of, references, today), references), today),
        *(
            detail_page(detail(one, of, references, SETTINGS, today), of.agency_label)
            for one in found
        ),
    ]


def hostile(words: str) -> Tracker:
    """Give a tracker in which every text is the same."""
    return tracker(
        directive(
            words,
            task(
                words,
                words,
                due="2025-01-02",
                title=words,
                officer=words,
                product=words,
                due_text=words,
                quote=words,
                notes=words,
                evidence=(words,),
                tags=(words,),
                coordinating=(words,),
                changes=(change("2025-01-03", due="2025", by=words, reason=words, product="x"),),
            ),
            issued="2025-01-01",
            title=words,
            issuer=words,
            implements=(words + "x",),
            aliases=(words,),
            source=(words,),
            tags=(words,),
            notes=words,
            path=words,
        ),
        agency(words, heir("b", "2025-02-01", words, basis=words), name=words, notes=words),
        agency("b", name=words, short=words, aliases=(words,), code=words, members=(words,)),
    )


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_no_text_of_a_file_steers_what_shows_it(words: str) -> None:
    for page, draw, columns in product(
        of_everything(hostile(words), "2025-01-05"), DRAWS, (80, 200)
    ):
        assert not UNSAFE.search(drawn(page, draw, columns))
    for row in rows(hostile(words), "2025-01-05"):
        stream = StringIO()
        json.write(records.task(row, str), stream)
        assert not UNSAFE.search(stream.getvalue())


def test_markup_of_terminals_and_pipes_of_tables_are_only_text() -> None:
    page = Page((Table((Column("x", say("task")),), (("[red]a[/x] :warning: b|c",),)),))
    assert "[red]a[/x] :warning: b|c" in drawn(page, table.draw)
    assert "[red]a[/x] :warning: b|c" in drawn(page, text.draw)
    assert r"| \[red\]a\[/x\] :<!-- -->warning: b\|c |" in drawn(page, markdown.draw)


@settings(max_examples=40, deadline=None)
@given(trackers, st.integers(40, 200), st.sampled_from(Language))
def test_whatever_is_in_the_files_can_be_drawn(
    of: Tracker, columns: int, language: Language
) -> None:
    for page, draw in product(of_everything(of, "2025-01-20"), DRAWS):
        assert drawn(page, draw, columns, language).endswith("\n")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (overdue_page((), TODAY, LABEL), "nothing is overdue as of 2025-06-10"),
        (
            upcoming_page((), TODAY, day("2025-07-10"), LABEL),
            "nothing falls due from 2025-06-10 to 2025-07-10",
        ),
        (list_page((), TODAY, LABEL), "no task fits, as of 2025-06-10"),
        (tree_page((), TODAY), "no directive as of 2025-06-10"),
    ],
)
def test_an_empty_answer_is_a_sentence(page: Page, said: str) -> None:
    assert drawn(page, text.draw) == f"{said}\n"


def test_several_overdue_and_upcoming_tasks() -> None:
    late = rows(
        tracker(
            directive(
                "1/CT-X",
                task("1", due="2025-06-09"),
                task("2", due="2025-06-05"),
                task("3", due="2025-06-11"),
                task("4", due="2025-06-12"),
            )
        ),
        "2025-06-10",
    )
    page = drawn(overdue_page(overdue(late), TODAY, LABEL), text.draw)
    assert page.startswith("2 overdue tasks as of 2025-06-10, the worst by 5 days\n")
    page = drawn(overdue_page(late[:1], TODAY, LABEL), text.draw)
    assert page.startswith("1 overdue task as of 2025-06-10, by 1 day\n")
    near = upcoming_page(upcoming(late, TODAY, 7), TODAY, day("2025-06-17"), LABEL)
    assert drawn(near, text.draw).startswith("2 tasks fall due from 2025-06-10 to 2025-06-17\n")


@pytest.mark.parametrize(
    ("tasks", "commands"),
    [
        ((), ["stcli check"]),
        ((task("1", due="2025-12-31"),), ["stcli upcoming"]),
        ((task("1", due="2025-01-31"),), ["stcli overdue"]),
        ((task("1"),), []),
    ],
)
def test_status_hints_at_what_matters_next(tasks: tuple[Task, ...], commands: list[str]) -> None:
    of = tracker(directive("1/CT-X", *tasks)) if tasks else tracker()
    counted = status(rows(of, "2025-06-10"), of, References(of), TODAY, Grouping.DIRECTIVE)
    assert [hint.command for hint in status_page(counted).hints] == commands


def test_groups_that_share_tasks_say_so() -> None:
    of = tracker(directive("1/CT-X", task("1", "a, b")), agency("a"), agency("b"))
    by = {
        grouping: drawn(
            status_page(status(rows(of, "2025-01-01"), of, References(of), TODAY, grouping)),
            text.draw,
        )
        for grouping in (Grouping.AGENCY, Grouping.ISSUER)
    }
    assert "the total counts it once" in by[Grouping.AGENCY]
    assert "the total counts it once" not in by[Grouping.ISSUER]


@pytest.mark.parametrize(
    ("reference", "command"),
    [
        ("03/NQ-CP#16", "stcli show 03/NQ-CP#16"),
        ("1298/QĐ-UBND@2019", "stcli show 1298/QĐ-UBND@2019"),
        ("a b", "stcli show 'a b'"),
        ("$(x)", "stcli show '$(x)'"),
        ("#1", "stcli show '#1'"),
        ("-x", "stcli show -- -x"),
    ],
)
def test_a_command_can_be_copied(reference: str, command: str) -> None:
    assert show(reference, say("x")).command == command


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        ("", "no deadline is stated"),
        ("2025-06-30", "2025-06-30"),
        ("2025-06", "2025-06-30 (2025-06)"),
        ("15 days from received", "15 days from received"),
        ("ongoing", "ongoing"),
    ],
)
def test_a_deadline_is_shown_with_its_last_day(due: str, shown: str) -> None:
    assert field(task("1", due=due), "due") == shown


def test_a_last_day_that_moved_is_shown_too() -> None:
    found = task_detail(task("1", due="2025-06-29"))
    standing = found.first.standing._replace(effective_due=day("2025-06-30"))
    moved = replace(found, rows=(found.first._replace(standing=standing),))
    assert re.search(
        r"^counts until +2025-06-30$", drawn(detail_page(moved, str), text.draw), re.MULTILINE
    )


def test_what_a_task_carries_out() -> None:
    assert field(task("1", implements="1/CT-X#2"), "carries out") == "1/CT-X#2"
    assert field(task("1", implements="1/CT-X"), "carries out") == "1/CT-X  văn bản 1/CT-X"


def task_detail(of: Task) -> TaskDetail:
    document = directive("1/CT-X", of)
    whole = tracker(document)
    found = detail(Assignment(document, of), whole, References(whole), SETTINGS, TODAY)
    assert isinstance(found, TaskDetail)
    return found


def field(of: Task, name: str) -> str:
    """Give what stands behind a name on the page of a task."""
    page = drawn(detail_page(task_detail(of), str), text.draw)
    found = re.search(rf"^{name} +(.*)$", page, re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("alteration", "said"),
    [
        (Alteration("product", (), ("Luật",)), "product: Luật"),
        (Alteration("product", ("Luật",), ()), "product: Luật deleted"),
        (Alteration("lead", ("a",), ("b", "c")), "lead: A → B, C"),
        (
            Alteration("due", ("2025-06",), ("ongoing",), day("2025-06-30")),
            "due: 2025-06 → ongoing",
        ),
        (
            Alteration("due", ("2025-06",), ("2025-07",), day("2025-06-30"), day("2025-07-31")),
            "due: 2025-06-30 → 2025-07-31",
        ),
    ],
)
def test_what_a_later_document_altered(alteration: Alteration, said: str) -> None:
    event = Event(TODAY, EventKind.CHANGED, alterations=(alteration,))
    page = Page((event_table((event,), str.upper),))
    assert drawn(page, text.draw).splitlines()[1].endswith(said)


@pytest.mark.parametrize(
    ("succession", "said"),
    [
        (heir("b", "2025-03-01"), "b from 2025-03-01"),
        (heir("b", "2025-03-01", basis="1/QĐ-X"), "b from 2025-03-01 by 1/QĐ-X"),
        (heir("b", "2025-03-01", "x", "y"), "b from 2025-03-01 for x, y"),
        (heir("b", "2025-03-01", "x", basis="1/QĐ-X"), "b from 2025-03-01 by 1/QĐ-X for x"),
    ],
)
def test_who_succeeds_an_agency(succession: Succession, said: str) -> None:
    of = tracker(agency("a", succession, parent="b"), agency("b", short="b"))
    pages = {
        one.id: drawn(
            detail_page(detail(one, of, References(of), SETTINGS, TODAY), of.agency_label),
            text.draw,
        )
        for one in of.listed
    }
    assert re.search(rf"^succeeded by +{re.escape(said)}$", pages["a"], re.MULTILINE)
    assert re.search(r"^part of +b$", pages["a"], re.MULTILINE)
    assert re.search(r"^took over from +cơ quan a from 2025-03-01", pages["b"], re.MULTILINE)
    assert re.search(r"^parts +cơ quan a$", pages["b"], re.MULTILINE)


def test_a_tree_goes_on_below_its_last_branch() -> None:
    branches = (
        Branch("a"),
        Branch("b", (True,)),
        Branch("c", (True, False)),
        Branch("d", (False,)),
        Branch("e", (False, False)),
    )
    page = Page((Table((Column("x", say("task")),), tuple((one,) for one in branches)),))
    assert drawn(page, text.draw).splitlines()[1:] == ["a", "├─ b", "│  └─ c", "└─ d", "   └─ e"]
    assert "| │\xa0\xa0└─\xa0c |" in drawn(page, markdown.draw)


def test_empty_fields_are_not_drawn_and_lines_stay_lines() -> None:
    page = Page(
        (
            Heading("x"),
            Fields(((say("lead"), None), (say("tags"), ""), (say("notes"), "a\n\nb"))),
            Paragraph("one\n\ntwo"),
        )
    )
    assert drawn(page, text.draw) == "x\n\nnotes  a\n\n       b\n\none\n\ntwo\n"
    assert drawn(page, table.draw) == drawn(page, text.draw)
    assert drawn(page, markdown.draw) == "## x\n\n- **notes:** a\\\n  b\n\none\\\ntwo\n"


def test_the_rules_are_listed_and_each_is_explained() -> None:
    rules = [
        Rule("some-rule", Severity.WARNING, "A law in one line.\n\nWhy, and how to obey."),
        Rule("fixed-rule", Severity.ERROR, "Another law.", fixed=True),
    ]
    listed = drawn(rules_page([(rule, rule.severity) for rule in rules]), text.draw)
    assert listed.splitlines()[1:] == [
        "some-rule   warning   A law in one line.",
        "fixed-rule  error     Another law.",
    ]
    explained = [drawn(rule_page(rule, rule.severity), text.draw) for rule in rules]
    assert "Why, and how to obey." in explained[0]
    assert "# stcli: allow some-rule" in explained[0]
    assert "cannot be set or allowed" in explained[1]


@pytest.mark.parametrize("count", [1, 2, incomplete.MOST_NAMED, incomplete.MOST_NAMED + 3])
def test_missing_files_are_named_with_the_first_thing_wrong(count: int) -> None:
    paths = tuple(f"directives/{number:02}\x1b.yaml" for number in range(count))
    findings = tuple(
        Diagnostic(
            "x", severity, say("{text}", text="::x\x1b"), Place(path, 0, 0, line, 2, line, 2)
        )
        for path in paths
        for severity, line in ((Severity.WARNING, 3), (Severity.ERROR, 4), (Severity.ERROR, 5))
    )
    stream = StringIO()
    incomplete.draw(paths, findings, Style(80, color=False, language=Language.ENGLISH), stream)
    first, *named = stream.getvalue().splitlines()
    assert first.startswith("incomplete: ")
    assert named[0] == r"  directives/00\u{1b}.yaml:4:2: ::x\u{1b}"
    assert len(named) == min(count, incomplete.MOST_NAMED + 1)
    assert ("and 3 more" in named[-1]) == (count > incomplete.MOST_NAMED)
