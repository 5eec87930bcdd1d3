"""The page of `show` for a task: how it stands, what it asks for, and what happened to it."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from stcli.calendar import Certainty
from stcli.deadlines import Completion, Count, Day
from stcli.messages import say
from stcli.render.page import Fields, Heading, Page, Paragraph
from stcli.render.pages.counting import tally
from stcli.render.pages.directive import linked
from stcli.render.pages.events import event_table
from stcli.render.pages.hints import explain_deadline, show
from stcli.render.pages.tasks import part_table
from stcli.render.style import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.render.page import Block, Cell, Label
    from stcli.states import Standing
    from stcli.views.details import TaskDetail
    from stcli.views.tasks import TaskRow


def task_page(detail: TaskDetail, label: Label, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out a task, or all occurrences of one that recurs, with its history."""
    hints = [show(detail.first.directive_reference, say("the whole directive"))]
    if detail.terms.deadline is not None:
        hints.insert(0, explain_deadline(detail.reference, say("how its last day was found")))
    return Page(tuple(_blocks(detail, label)), tuple(hints), incomplete)


def task_card(detail: TaskDetail, label: Label) -> Page:
    """Lay out in short what a task is and how it stands."""
    standing = _recurring(detail) if detail.row is None else _standing(detail, detail.row)
    fields = Fields((*standing, *_who(detail, label)))
    return Page((Heading(detail.reference, detail.terms.title), fields))


def _blocks(detail: TaskDetail, label: Label) -> Iterator[Block]:
    task = detail.first.task
    yield Heading(detail.reference, detail.terms.title)
    standing = _recurring(detail) if detail.row is None else _standing(detail, detail.row)
    yield Fields((*standing, *_who(detail, label), *_what(detail)))
    if task.quote:
        yield Heading(say("in the words of the directive"))
        yield Paragraph(task.quote, Tone.QUIET)
    if task.notes:
        yield Heading(say("notes"))
        yield Paragraph(task.notes)
    if detail.row is None:
        whole = say("falls due {times} as of {day}", times=_times(detail), day=detail.as_of)
        yield tally(whole, detail.counts)
        yield part_table(detail.rows, label)
    if detail.members:
        yield Heading(say("what each member owes"))
        yield part_table(detail.members, label)
    if detail.history:
        yield Heading(say("history"))
        yield event_table(detail.history, label)


def _times(detail: TaskDetail) -> Message:
    count = len(detail.rows)
    return say("{count} time", count=count) if count == 1 else say("{count} times", count=count)


def _recurring(detail: TaskDetail) -> Iterator[tuple[Message, Cell]]:
    yield say("as of"), detail.as_of
    yield say("due"), say("{deadline}", deadline=detail.terms.deadline)
    yield say("in the document"), detail.terms.due_text
    yield say("to confirm"), _suspicion(detail.first)


def _standing(detail: TaskDetail, row: TaskRow) -> Iterator[tuple[Message, Cell]]:
    standing = row.standing
    yield say("as of"), detail.as_of
    yield say("state"), standing.state
    yield say("due"), _due(standing)
    yield say("in the document"), standing.due_text
    if standing.effective_due != standing.due:
        yield say("counts until"), standing.effective_due
    if standing.calendar is Certainty.EXPECTED:
        yield say("days off"), say("expected: those of a year are not all decided yet")
    if detail.span is not None:
        first, last = detail.span
        yield say("report covers"), say("{first} to {last}", first=first, last=last)
    if detail.original_due != standing.due:
        yield say("due at first"), detail.original_due
    yield say("put off"), _put_off(standing)
    yield say("days late"), standing.days_late or None
    if standing.days_late_originally != standing.days_late:
        yield say("late by first day"), standing.days_late_originally
    yield say("done on"), standing.done
    yield say("evidence"), standing.evidence
    yield say("replaced by"), row.replaced_by
    yield say("to confirm"), _suspicion(row)


def _put_off(standing: Standing) -> Cell:
    match standing.extensions:
        case 0:
            return None
        case 1:
            return say("{count} time", count=1)
        case count:
            return say("{count} times", count=count)


def _suspicion(row: TaskRow) -> Cell:
    """Give the later document after which nobody has looked at the task."""
    if row.suspect is None:
        return None
    by, day = row.suspect.by, row.suspect.day
    if row.suspect.replaces:
        return say("its directive was replaced by {document} on {day}", document=by, day=day)
    return say("its directive was amended by {document} on {day}", document=by, day=day)


def _due(standing: Standing) -> Cell:
    """Give the last day and the words it comes from; one of them where there is no other."""
    match standing.deadline:
        case None:
            return say("no deadline is stated")
        case Day(day, None):
            return day
        case Day(day, time() as hour):
            return say("{day} {hour}", day=day, hour=f"{hour:%H:%M}")
        case Count(base=Completion(reference)) as deadline if standing.due is None:
            return say(
                "{deadline}: {reference} is not completed yet",
                deadline=deadline,
                reference=reference,
            )
        case deadline if standing.due is None:
            return say("{deadline}", deadline=deadline)
        case deadline:
            return say("{day} ({deadline})", day=standing.due, deadline=deadline)


def _who(detail: TaskDetail, label: Label) -> Iterator[tuple[Message, Cell]]:
    row, terms = detail.first, detail.terms
    leads = terms.leads if detail.row is None else row.standing.leads
    asked_of = say("asked of") if row.requested else say("lead")
    yield asked_of, tuple(label(agency) for agency in leads)
    if row.responsible != row.standing.leads:
        yield say("answers now"), tuple(label(agency) for agency in row.responsible)
    yield say("coordinating"), tuple(label(agency) for agency in terms.coordinating)
    yield say("officer"), row.task.officer


def _what(detail: TaskDetail) -> Iterator[tuple[Message, Cell]]:
    row = detail.first
    yield say("product"), detail.terms.product
    if detail.implements is not None:
        yield say("carries out"), linked(detail.implements)
    yield say("carried out by"), tuple(linked(link) for link in detail.implemented_by)
    yield say("directive"), f"{row.directive_reference}  {row.directive.title}"
    yield say("issued"), row.directive.issued
    yield say("tags"), ", ".join(row.tags)
    yield say("file"), f"{row.path}:{row.line}"
