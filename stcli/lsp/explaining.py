"""What an editor shows of a place in short: an agency, a directive, a task, a deadline, a rule."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Final

from stcli.deadlines import DeadlineProblem, parse_day
from stcli.documents.data import value_at
from stcli.errors import StcliError
from stcli.lsp.meanings import Meaning, key_format
from stcli.lsp.naming import named
from stcli.model import Agency
from stcli.references import Assignment
from stcli.render import markdown, text
from stcli.render.page import Heading, Page, Paragraph
from stcli.render.pages.agency import agency_card
from stcli.render.pages.deadline import deadline_page
from stcli.render.pages.directive import directive_card
from stcli.render.pages.rules import rule_page
from stcli.render.pages.task import task_card
from stcli.render.style import Style
from stcli.rules.catalogue import RULES
from stcli.rules.registry import severity
from stcli.views.details import AgencyDetail, DirectiveDetail, TaskDetail, agency_detail, detail
from stcli.views.explanations import explain_task, explain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from stcli.diagnostics import Diagnostic
    from stcli.documents.document import Document
    from stcli.lsp.naming import Named
    from stcli.lsp.spots import Spot
    from stcli.lsp.tree import Tree
    from stcli.words import Language

_MOST: Final = 3
"""Things explained at once; who wants more moves on."""


def pages(spot: Spot | None, document: Document, tree: Tree) -> Iterator[Page]:
    """Give what there is to say of the value at a place."""
    if spot is None:
        return
    loaded = tree.loaded
    if spot.meaning is Meaning.RULE:
        if spot.text in RULES:
            yield _rule(spot.text, tree)
        return
    if spot.meaning is Meaning.KEY:
        key = key_format(document.path, spot.keys)
        if key is not None:
            yield Page((Heading(spot.text), Paragraph(key.says)))
        return
    if spot.meaning in {Meaning.DEADLINE, Meaning.DEADLINE_WORDS}:
        yield _deadline(spot, document, tree)
        return
    for one in named(spot, document.path, loaded)[:_MOST]:
        yield _card(one, tree)


def rule_pages(found: Iterable[Diagnostic], tree: Tree) -> Iterator[Page]:
    """Give the rules that findings break, each once."""
    for name in list(dict.fromkeys(one.rule for one in found))[:_MOST]:
        yield _rule(name, tree)


def drawn(shown: Iterable[Page], language: Language, *, plain: bool = False) -> str:
    """Give pages as Markdown, or as plain text."""
    style = Style(width=80, color=False, language=language)
    draw = text.draw if plain else markdown.draw
    parts = []
    for page in shown:
        stream = StringIO()
        draw(page, style, stream)
        parts.append(stream.getvalue())
    return ("\n" if plain else "\n---\n\n").join(parts)


def _rule(name: str, tree: Tree) -> Page:
    return rule_page(RULES[name], severity(name, tree.loaded.settings))


def _card(one: Named, tree: Tree) -> Page:
    loaded, day = tree.loaded, tree.day
    tracker, label = loaded.tracker, loaded.tracker.agency_label
    if isinstance(one, Agency):
        return agency_card(agency_detail(one, tracker, (), day), label)
    try:
        found = detail(one, tracker, loaded.references, loaded.settings, day)
    except StcliError as error:
        return Page((Paragraph(error.message),))
    match found:
        case TaskDetail():
            return task_card(found, label)
        case DirectiveDetail():
            return directive_card(found, label)._replace(incomplete=loaded.invalid)
        case AgencyDetail():
            return agency_card(found, label)


def _deadline(spot: Spot, document: Document, tree: Tree) -> Page:
    """Explain the deadline of a task by all that happened to it, else the words as they stand."""
    loaded, day = tree.loaded, tree.day
    task = _task(spot, document, tree) if spot.meaning is Meaning.DEADLINE else None
    if task is not None:
        try:
            found = detail(task, loaded.tracker, loaded.references, loaded.settings, day)
        except StcliError as error:
            return Page((Paragraph(error.message),))
        if isinstance(found, TaskDetail):
            return deadline_page(explain_task(found, loaded.references, loaded.settings))
    said_on = _said_on(spot, document)
    return deadline_page(explain_words(spot.text, said_on, loaded.settings, day))


def _task(spot: Spot, document: Document, tree: Tree) -> Assignment | None:
    """Give the task that a value belongs to, where its file could be read."""
    match spot.route:
        case ("tasks", int(position), *_):
            for one in tree.loaded.tracker.directives:
                if one.path == document.path:
                    return Assignment(one, one.tasks[position])
        case _:
            pass
    return None


def _said_on(spot: Spot, document: Document) -> date | None:
    """Give the day of the change that says something, else that of the directive."""
    for route in ((*(spot.route or ())[:-1], "date"), ("issued",)):
        written = value_at(document.data, route)
        if isinstance(written, str):
            try:
                return parse_day(written)
            except DeadlineProblem:
                continue
    return None
