"""A task or agency renamed wherever it is named, as edits of files, or why that cannot be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stcli.documents import reader
from stcli.documents.data import value_at
from stcli.documents.rewriting import applied, rewritten
from stcli.errors import StcliError
from stcli.load import assemble
from stcli.lsp.naming import Value, definition, named, qualified, uses
from stcli.messages import say
from stcli.model import Agency
from stcli.references import Assignment
from stcli.schema.kinds import is_identifier
from stcli.spelling import same, search_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stcli.diagnostics import Edit
    from stcli.load import Loaded
    from stcli.lsp.spots import Spot

_FROM_TASK: Final = re.compile(r"(.*\btask\s+)(\S+)(\s*)", re.DOTALL)
_LISTED: Final = 3

Edits = dict[str, list["Edit"]]
"""Edits of files by their names, in the order of the text."""


def renamable(spot: Spot, path: str, loaded: Loaded) -> tuple[Agency | Assignment, str]:
    """Give the task or agency that a value names, with its id, or raise StcliError."""
    found = named(spot, path, loaded)
    match found:
        case (Agency(id=id) as agency,):
            return agency, id
        case (Assignment(task=task) as assignment,):
            return assignment, task.id
        case () | (_,):
            raise StcliError(
                say("only the ids of tasks and agencies can be renamed"),
                say("put the cursor on one, in a file without errors"),
            )
        case _:
            raise StcliError(
                say("`{text}` may mean several directives", text=spot.text),
                say("write it with its year, such as {example}", example="25/CT-TTg@2023"),
            )


def renamed(one: Agency | Assignment, new: str, loaded: Loaded) -> Edits:
    """Give the edits that give something another id; a StcliError where one is not certain."""
    if loaded.invalid:
        shown = ", ".join(loaded.invalid[:_LISTED])
        raise StcliError(
            say("some files have errors: {files}", files=shown),
            say("mend them first; they may name what is to be renamed"),
        )
    if not is_identifier(new):
        raise StcliError(
            say("`{value}` cannot be an id", value=new),
            say("write it without spaces, #, / and @, as 1, 2a or I.3"),
        )
    texts = _of_agency(one, new, loaded) if isinstance(one, Agency) else _of_task(one, new, loaded)
    edits = _edits(dict(texts), loaded)
    _prove(one, new, edits, loaded)
    return edits


def _of_task(one: Assignment, new: str, loaded: Loaded) -> Iterator[tuple[Value, str]]:
    directive, task = one.directive, one.task
    keys = [search_key(each.id) for each in directive.tasks]
    if keys.count(search_key(task.id)) > 1:
        raise StcliError(
            say("several tasks of {directive} have the id {id}", directive=_name(one), id=task.id),
            say("give each an id of its own by hand first"),
        )
    if search_key(same(new)) in keys and search_key(same(new)) != search_key(task.id):
        raise StcliError(
            say("{directive} has a task `{id}` already", directive=_name(one), id=new),
            say("choose an id that no other task of it has"),
        )
    for value in definition(one, loaded):
        yield value, new
    for value in uses(one, loaded):
        yield value, _with_task(_text(value, loaded), new)


def _of_agency(one: Agency, new: str, loaded: Loaded) -> Iterator[tuple[Value, str]]:
    if same(new) != one.id and same(new) in loaded.tracker.agencies:
        raise StcliError(
            say("there is an agency `{id}` already", id=new),
            say("choose an id that no other agency has"),
        )
    defined = tuple(definition(one, loaded))
    if len(defined) > 1:
        raise StcliError(
            say("several agencies have the id {id}", id=one.id),
            say("give each an id of its own by hand first"),
        )
    for value in (*defined, *uses(one, loaded)):
        yield value, new
    for value, _ in qualified(one.id, loaded):
        yield value, _with_agency(_text(value, loaded), one.id, new)


def _with_task(text: str, new: str) -> str:
    """Give a reference, a deadline or an id with another task."""
    before, hash_, after = text.partition("#")
    if hash_:
        _, at, rest = after.partition("@")
        return f"{before}#{new}{at}{rest}"
    found = _FROM_TASK.fullmatch(text)
    return f"{found[1]}{new}{found[3]}" if found else new


def _with_agency(text: str, old: str, new: str) -> str:
    """Give a reference with another agency behind its `@`."""
    wanted = same(old).casefold()
    parts = re.split("([@#])", text)
    for place in range(2, len(parts), 2):
        if parts[place - 1] == "@" and same(parts[place]).strip().casefold() == wanted:
            parts[place] = new
    return "".join(parts)


def _edits(found: Mapping[Value, str], loaded: Loaded) -> Edits:
    edits: Edits = {}
    for value, text in found.items():
        document = loaded.documents[value.path]
        place = document.place(value.route)
        if _text(value, loaded) == text:
            continue
        edit = rewritten(document.text, place.start, place.end, text)
        if edit is None:
            raise StcliError(
                say(
                    "{path}:{line} names it over several lines",
                    path=value.path,
                    line=str(place.line),
                ),
                say("write that value on one line first"),
            )
        edits.setdefault(value.path, []).append(edit)
    for some in edits.values():
        some.sort(key=lambda edit: edit.start)
    return edits


def _prove(one: Agency | Assignment, new: str, edits: Edits, loaded: Loaded) -> None:
    """Raise StcliError unless the same values name the same thing by its new id."""
    documents = dict(loaded.documents)
    for path, some in edits.items():
        text = applied(documents[path].text, some)
        documents[path] = reader.parse(path, text)
    after = assemble(documents.values())
    if after.invalid or _places(
        one, one.id if isinstance(one, Agency) else one.task.id, loaded
    ) != (_places(one, same(new), after)):
        raise StcliError(
            say("`{id}` would not be read as the id everywhere", id=new),
            say("choose another id"),
        )


def _places(one: Agency | Assignment, id: str, loaded: Loaded) -> set[Value]:
    if isinstance(one, Agency):
        agency = loaded.tracker.agencies.get(id)
        found = (*definition(agency, loaded), *uses(agency, loaded)) if agency else ()
        return {*found, *(value for value, _ in qualified(id, loaded))}
    for directive in loaded.tracker.directives:
        if directive.path == one.directive.path:
            for task in directive.tasks:
                if task.id == id:
                    again = Assignment(directive, task)
                    return {*definition(again, loaded), *uses(again, loaded)}
    return set()


def _text(value: Value, loaded: Loaded) -> str:
    return str(value_at(loaded.documents[value.path].data, value.route))


def _name(one: Assignment) -> str:
    return one.directive.number
