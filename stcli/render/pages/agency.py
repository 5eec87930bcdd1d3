"""The page of `show` for an agency: what it is, who came before and after, and its open tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import say
from stcli.model import AgencyKind
from stcli.render.page import Fields, Heading, Page, Paragraph
from stcli.render.pages.counting import tally, tasks
from stcli.render.pages.tasks import task_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.model import Succession
    from stcli.render.page import Block, Cell, Label
    from stcli.views.details import AgencyDetail

_KINDS = {
    AgencyKind.STATE: say("state agency"),
    AgencyKind.PARTY: say("party body"),
    AgencyKind.ASSOCIATION: say("association"),
    AgencyKind.ENTERPRISE: say("enterprise"),
    AgencyKind.COLLECTIVE: say("collective name for several"),
}


def agency_page(detail: AgencyDetail, label: Label, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out an agency with the open tasks that concern it."""
    return Page(tuple(_blocks(detail, label)), (), incomplete)


def agency_card(detail: AgencyDetail, label: Label) -> Page:
    """Lay out in short what an agency is, without its tasks."""
    fields = Fields((*_fields(detail, label), *_relatives(detail, label)))
    return Page((Heading(detail.agency.name), fields))


def _blocks(detail: AgencyDetail, label: Label) -> Iterator[Block]:
    yield Heading(detail.agency.name)
    yield Fields((*_fields(detail, label), *_relatives(detail, label)))
    if detail.agency.notes:
        yield Heading(say("notes"))
        yield Paragraph(detail.agency.notes)
    whole = say(
        "answers for {tasks} as of {day}", tasks=tasks(detail.counts.total), day=detail.as_of
    )
    yield tally(whole, detail.counts)
    for title, rows in (
        (say("open tasks that it answers for"), detail.answers_for),
        (say("open tasks given to it for which others answer now"), detail.passed_on),
        (say("open tasks in which it takes part"), detail.coordinates),
    ):
        if rows:
            yield Heading(title)
            yield task_table(rows, label)


def _fields(detail: AgencyDetail, label: Label) -> Iterator[tuple[Message, Cell]]:
    agency = detail.agency
    yield say("id"), agency.id
    yield say("short name"), agency.short
    yield say("other names"), agency.aliases
    yield say("kind"), _KINDS[agency.kind]
    yield say("code"), agency.code
    yield say("in being from"), agency.since
    yield say("in being until"), agency.until
    if not detail.in_being:
        yield say("as of"), say("{day}: not in being", day=detail.as_of)
    yield say("members"), tuple(label(member) for member in agency.members)


def _relatives(detail: AgencyDetail, label: Label) -> Iterator[tuple[Message, Cell]]:
    if detail.parent is not None:
        yield say("part of"), detail.parent.label
    yield say("parts"), tuple(part.label for part in detail.parts)
    yield (
        say("took over from"),
        tuple(_succession(one.label, succession) for one, succession in detail.predecessors),
    )
    yield (
        say("succeeded by"),
        tuple(_succession(label(one.agency), one) for one in detail.agency.successors),
    )


def _succession(name: str, succession: Succession) -> Message:
    tags, basis = ", ".join(succession.tags), succession.basis
    match bool(tags), bool(basis):
        case False, False:
            return say("{agency} from {day}", agency=name, day=succession.since)
        case False, True:
            return say(
                "{agency} from {day} by {basis}", agency=name, day=succession.since, basis=basis
            )
        case True, False:
            return say(
                "{agency} from {day} for {tags}", agency=name, day=succession.since, tags=tags
            )
        case _:
            return say(
                "{agency} from {day} by {basis} for {tags}",
                agency=name,
                day=succession.since,
                basis=basis,
                tags=tags,
            )
