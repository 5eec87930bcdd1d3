"""The page of `show` for a task: how it stands, what it asks for, and what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.calendar import Certainty
from stcli.deadlines import Day
from stcli.messages import say
from stcli.render.page import Fields, Heading, Page, Paragraph
from stcli.render.pages.directive import linked
from stcli.render.pages.events import event_table
from stcli.render.pages.hints import show
from stcli.render.style import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.render.page import Block, Cell, Label
    from stcli.states import Standing
    from stcli.views.details import TaskDetail


def task_page(detail: TaskDetail, label: Label, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out a task with its history."""
    hints = (show(detail.row.directive_reference, say("the whole directive")),)
    return Page(tuple(_blocks(detail, label)), hints, incomplete)


def _blocks(detail: TaskDetail, label: Label) -> Iterator[Block]:
    row, task = detail.row, detail.row.task
    yield Heading(row.reference, row.standing.title)
    yield Fields((*_standing(detail), *_who(detail, label), *_what(detail)))
    if task.quote:
        yield Heading(say("in the words of the directive"))
        yield Paragraph(task.quote, Tone.QUIET)
    if task.notes:
        yield Heading(say("notes"))
        yield Paragraph(task.notes)
    if detail.history:
        yield Heading(say("history"))
        yield event_table(detail.history, label)


def _standing(detail: TaskDetail) -> Iterator[tuple[Message, Cell]]:
    standing = detail.row.standing
    yield say("as of"), detail.as_of
    yield say("state"), standing.state
    yield say("due"), _due(standing)
    yield say("in the document"), standing.due_text
    if standing.effective_due != standing.due:
        yield say("counts until"), standing.effective_due
    if standing.calendar is Certainty.EXPECTED:
        yield say("days off"), say("expected: those of a year are not all decided yet")
    if detail.original_due != standing.due:
        yield say("due at first"), detail.original_due
    yield say("days late"), standing.days_late or None
    yield say("done on"), standing.done
    yield say("evidence"), detail.row.evidence


def _due(standing: Standing) -> Cell:
    """Give the last day and the words it comes from; one of them where there is no other."""
    match standing.deadline:
        case None:
            return say("no deadline is stated")
        case Day(day):
            return day
        case deadline if standing.due is None:
            return say("{deadline}", deadline=deadline)
        case deadline:
            return say("{day} ({deadline})", day=standing.due, deadline=deadline)


def _who(detail: TaskDetail, label: Label) -> Iterator[tuple[Message, Cell]]:
    standing = detail.row.standing
    yield say("lead"), tuple(label(agency) for agency in standing.leads)
    if detail.row.responsible != standing.leads:
        yield say("answers now"), tuple(label(agency) for agency in detail.row.responsible)
    yield say("coordinating"), tuple(label(agency) for agency in standing.coordinating)
    yield say("officer"), detail.row.task.officer


def _what(detail: TaskDetail) -> Iterator[tuple[Message, Cell]]:
    row = detail.row
    yield say("product"), row.standing.product
    if detail.implements is not None:
        yield say("carries out"), linked(detail.implements)
    yield say("carried out by"), tuple(linked(link) for link in detail.implemented_by)
    yield say("directive"), f"{row.directive_reference}  {row.directive.title}"
    yield say("issued"), row.directive.issued
    yield say("tags"), ", ".join(row.tags)
    yield say("file"), f"{row.path}:{row.line}"
