"""The one directive, task or agency that a person means, or what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from stcli.errors import StcliError
from stcli.messages import say
from stcli.model import Agency, Directive
from stcli.references.naming import split
from stcli.references.searching import agencies_called, find_agencies, find_tasks, names
from stcli.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stcli.messages import Message
    from stcli.model import Task, Tracker
    from stcli.references.naming import References

_LISTED = 10

Wanted = TypeVar("Wanted")


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task with the directive that gives it, or one period of it, or what is one member's."""

    directive: Directive
    task: Task
    period: str = ""
    member: str = ""


def find(text: str, tracker: Tracker, references: References) -> Directive | Assignment | Agency:
    """Give what a reference typed by a person means.

    A whole number wins over an agency's whole name, and both over parts of either. A StcliError
    names the nearest where nothing fits, and the candidates where several do.
    """
    if "#" in text:
        return find_task(text, references)
    called = references.written(text) or agencies_called(tracker.listed, text)
    found: tuple[Directive | Agency, ...] = called or (
        *references.typed(text),
        *find_agencies(tracker.listed, text),
    )
    if not found:
        known = (*_numbers(references), *_agency_names(tracker))
        raise _unknown(
            say("there is no directive, task or agency `{text}`", text=text),
            closest(text, known),
            say("write a number such as {example}, or an agency", example="25/CT-TTg"),
        )
    return _only(text, found, [_name(one, references) for one in found])


def find_directive(text: str, references: References) -> Directive:
    """Give the directive that a person means; a StcliError as `find` raises it."""
    found = references.typed(text)
    if not found:
        raise unknown_directive(text, references)
    return _only(text, found, [references.name(one) for one in found])


def find_task(text: str, references: References) -> Assignment:
    """Give the task that a person means by `NUMBER#TASK`; a StcliError as `find` raises it.

    A part of a number that several directives share serves, if one of them has such a task. The
    period of one occurrence and the member of a collective are taken as they stand, in whatever
    case: whether there is such a one depends on the day.
    """
    wanted = split(text)
    if not wanted.number or not wanted.task:
        raise StcliError(
            say("`{text}` names no task", text=text),
            say("write the directive and the task, such as {example}", example="25/CT-TTg#3"),
        )
    directives = references.typed(text)
    if not directives:
        raise unknown_directive(text.partition("#")[0], references)
    found = [
        Assignment(one, task, wanted.period, wanted.member)
        for one in directives
        for task in find_tasks(one, wanted.task)
    ]
    if not found:
        raise _unknown_task(wanted.task, directives, references)
    return _only(text, found, [references.task_name(one.directive, one.task) for one in found])


def find_agency(text: str, tracker: Tracker) -> Agency:
    """Give the agency that a person means; a StcliError as `find` raises it."""
    found = find_agencies(tracker.listed, text)
    if not found:
        raise unknown_agency(text, tracker)
    return _only(text, found, [one.id for one in found])


def unknown_directive(text: str, references: References) -> StcliError:
    """Give the error for a text that fits no directive."""
    return _unknown(
        say("there is no directive `{text}`", text=text),
        closest(text, _numbers(references)),
        say("write its number or a part of it, such as {example}", example="25/CT-TTg"),
    )


def unknown_agency(text: str, tracker: Tracker) -> StcliError:
    """Give the error for a text that fits no agency."""
    if not tracker.listed:
        return StcliError(
            say("no agency is listed yet, so that `{text}` is none", text=text),
            say("list it: stcli agency add ID --name NAME"),
        )
    return _unknown(
        say("there is no agency `{text}`", text=text),
        closest(text, _agency_names(tracker)),
        say("write its id, name or short name, or a part of one"),
    )


def _unknown(message: Message, near: str | None, otherwise: Message) -> StcliError:
    return StcliError(message, say("did you mean `{near}`?", near=near) if near else otherwise)


def _unknown_task(task: str, directives: Sequence[Directive], references: References) -> StcliError:
    message = say(
        "{directive} has no task `{task}`",
        directive=_some([references.name(one) for one in directives]),
        task=task,
    )
    ids = [task.id for one in directives for task in one.tasks]
    if not ids:
        return StcliError(message, say("no task of it has been entered"))
    return StcliError(message, say("its tasks are {ids}", ids=_some(ids)))


def _only(text: str, found: Sequence[Wanted], names: Sequence[str]) -> Wanted:
    if len(found) > 1 and len(set(names)) == 1:
        paths = sorted({_path(one) for one in found})
        raise StcliError(
            say("several files hold {name}: {paths}", name=names[0], paths=_some(paths)),
            say("keep one of them"),
        )
    if len(found) > 1:
        raise StcliError(
            say("`{text}` may mean {candidates}", text=text, candidates=_some(names)),
            say("write one of them as it stands here"),
        )
    return found[0]


def _path(one: object) -> str:
    match one:
        case Assignment(directive=Directive(path=path)) | Directive(path=path) | Agency(path=path):
            return path
        case _:
            return ""


def _name(one: Directive | Agency, references: References) -> str:
    match one:
        case Agency():
            return one.id
        case directive:
            return references.name(directive)


def _numbers(references: References) -> Iterable[str]:
    return map(references.name, references.directives)


def _agency_names(tracker: Tracker) -> Iterable[str]:
    return (name for agency in tracker.listed for name in names(agency))


def _some(names: Sequence[str]) -> str:
    """Give as many names as one line holds."""
    return ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
