"""The page of `show` for a directive: what it is, what it is tied to, and its tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import say
from stcli.render.page import Fields, Heading, Page, Paragraph
from stcli.render.pages.counting import tally, tasks
from stcli.render.pages.hints import show
from stcli.render.pages.tasks import task_table
from stcli.views.relations import RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.render.page import Block, Cell, Label
    from stcli.views.details import DirectiveDetail
    from stcli.views.relations import Link

_RELATIONS = {
    RelationKind.IMPLEMENTS: say("carries out"),
    RelationKind.CITES: say("cites"),
    RelationKind.AMENDS: say("amends"),
    RelationKind.REPLACES: say("replaces"),
    RelationKind.IMPLEMENTED_BY: say("carried out by"),
    RelationKind.CITED_BY: say("cited by"),
    RelationKind.AMENDED_BY: say("amended by"),
    RelationKind.REPLACED_BY: say("replaced by"),
}


def directive_page(detail: DirectiveDetail, label: Label, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out a directive with its tasks."""
    hints = [show(row.reference, say("all about a task")) for row in detail.rows[:1]]
    return Page(tuple(_blocks(detail, label)), tuple(hints), incomplete)


def directive_card(detail: DirectiveDetail, label: Label) -> Page:
    """Lay out in short what a directive is, and how its tasks stand as a whole."""
    return Page(tuple(_card(detail, label)))


def _card(detail: DirectiveDetail, label: Label) -> Iterator[Block]:
    yield Heading(detail.reference, detail.directive.title)
    yield Fields(tuple(_fields(detail, label)))
    whole = say("{tasks} as of {day}", tasks=tasks(detail.counts.total), day=detail.as_of)
    yield tally(whole, detail.counts)


def _blocks(detail: DirectiveDetail, label: Label) -> Iterator[Block]:
    heading, fields, counts = _card(detail, label)
    yield from (heading, fields)
    if detail.directive.notes:
        yield Heading(say("notes"))
        yield Paragraph(detail.directive.notes)
    yield counts
    if detail.rows:
        yield task_table(detail.rows, label)


def _fields(detail: DirectiveDetail, label: Label) -> Iterator[tuple[Message, Cell]]:
    directive = detail.directive
    yield say("type"), " / ".join(detail.types)
    yield say("issuer"), label(directive.issuer)
    yield say("issued"), directive.issued
    yield say("received"), directive.received
    yield say("in effect"), directive.effective
    yield say("other spellings"), directive.aliases
    for relation in detail.relations:
        yield _RELATIONS[relation.kind], tuple(linked(link) for link in relation.links)
    yield say("tags"), ", ".join(directive.tags)
    yield say("source"), directive.source
    yield say("file"), directive.path


def linked(link: Link) -> str:
    """Give a document or task referred to, with its title where a file has it."""
    return link.text if link.reference is None else f"{link.reference}  {link.title}"
