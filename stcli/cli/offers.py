"""What may stand at the cursor: commands, options, and values by what help calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.cli.typed import Typed, argument
from stcli.completing.candidates import Candidate
from stcli.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from stcli.completing.tree import Tree

FILES: Final = "files"
FOLDERS: Final = "folders"
WORDS: Final = "words"

_PATHS: Final = {
    **dict.fromkeys(("FILE", "PATH", "BASE", "OURS", "THEIRS"), FILES),
    "FOLDER": FOLDERS,
}


def kind(typed: Typed) -> str:
    """Tell what is wanted: words, or the names of files or folders, which a shell knows best."""
    found = {_PATHS[name] for name in _names(typed) if name in _PATHS}
    if "=" in typed.value and "FORMAT" in _names(typed):  # -f sarif=FILE
        found = {FILES}
    return found.pop() if found else WORDS


def offers(typed: Typed, tree: Tree) -> Iterator[Candidate]:
    """Give everything that may stand at the cursor, whatever has been typed of it."""
    if not typed.known:
        return
    if typed.at_option:
        yield from _options(typed)
        if "QUERY" in _names(typed):  # -lead: turns a condition round
            yield from _query(typed, tree)
        return
    if typed.parameter is None and typed.command.commands is not None:
        yield from _commands(typed)
        return
    for name in _names(typed):
        if name in SOURCES:
            yield from SOURCES[name](typed, tree)
        elif name.islower():
            yield Candidate(name)


def _names(typed: Typed) -> tuple[str, ...]:
    parameter = argument(typed) if typed.parameter is None else typed.parameter
    return () if parameter is None else parameter.values


def _commands(typed: Typed) -> Iterator[Candidate]:
    for name, command in typed.command.commands.items():
        if not command.hidden:
            yield Candidate(name, Message(command.about))


def _options(typed: Typed) -> Iterator[Candidate]:
    for one in typed.command.params:
        if one.param_type_name == "option" and not one.hidden:
            for name in (*one.opts, *one.secondary_opts):
                if name.startswith("--") or not typed.value.startswith("--"):
                    yield Candidate(name, Message(one.about))
    yield Candidate("--help", Message("Show this message and exit."))


def _references(typed: Typed, tree: Tree) -> Iterator[Candidate]:
    """Give what a reference may name: `status` and `tree` take directives alone."""
    from stcli.completing import naming, office

    if typed.command.name in {"status", "tree"} or _takes_directive(typed):
        yield from naming.directives(typed.value, tree)
        return
    if typed.command.name == "explain" and "deadline" not in typed.given:
        return
    yield from naming.references(typed.value, tree)
    if typed.command.name in {"show", "edit"}:
        yield from office.agencies(tree.agencies())


def _takes_directive(typed: Typed) -> bool:
    """Tell whether it is to a directive that a task is added."""
    return typed.command.name == "add" and typed.parameter is None


def _agencies(_: Typed, tree: Tree) -> Iterator[Candidate]:
    from stcli.completing import office

    yield from office.agencies(tree.agencies())


def _numbers(typed: Typed, tree: Tree) -> Iterator[Candidate]:
    """Give the documents among the files, one of which may be meant; a new one is none of them."""
    from stcli.completing import naming

    if typed.command.name != "new":
        yield from naming.directives(typed.value, tree)


def _query(typed: Typed, tree: Tree) -> Iterable[Candidate]:
    from stcli.completing import queries

    return queries.words(typed.value, tree)


def _rules(typed: Typed, _: Tree) -> Iterator[Candidate]:
    from stcli.rules.catalogue import RULES

    if "deadline" not in typed.given:
        yield from (Candidate(one.name, Message(one.summary)) for one in RULES.values())


def _formats(typed: Typed, _: Tree) -> Iterable[Candidate]:
    """Give the formats of a command: of a rule there is a page alone."""
    if typed.command.name == "explain" and "deadline" not in typed.given:
        from stcli.cli.answers import PAGE_FORMATS

        return map(Candidate, PAGE_FORMATS)
    return map(Candidate, typed.command.formats)


def _groups(_: Typed, __: Tree) -> Iterator[Candidate]:
    from stcli.views.status import Grouping

    yield from (Candidate(one.value) for one in Grouping)


def _orders(typed: Typed, _: Tree) -> Iterator[Candidate]:
    from stcli.views.orders import ORDERS

    sign = "-" if typed.value.startswith("-") else ""
    yield from (Candidate(sign + one) for one in ORDERS)


def _failures(typed: Typed, _: Tree) -> Iterator[Candidate]:
    from stcli.cli.inspection import SEVERITIES
    from stcli.policy.late import STATES

    yield from _listed(typed, (*SEVERITIES, *STATES))


def _guards(typed: Typed, _: Tree) -> Iterator[Candidate]:
    from stcli.policy.guards import GUARDS

    yield from _listed(typed, (*GUARDS, "all"))


def _tags(_: Typed, tree: Tree) -> Iterator[Candidate]:
    from stcli.completing import office

    yield from map(Candidate, office.marks(tree.files.documents(), "tags"))


def _listed(typed: Typed, known: Iterable[str]) -> Iterator[Candidate]:
    """Give what may stand in a list with commas, behind those that were typed."""
    start = typed.value[: typed.value.rfind(",") + 1]
    yield from (Candidate(start + one, start=start) for one in known)


def _kinds(_: Typed, __: Tree) -> Iterator[Candidate]:
    from stcli.cli.schema import FILES

    yield from map(Candidate, FILES)


SOURCES: Final[Mapping[str, Callable[[Typed, Tree], Iterable[Candidate]]]] = {
    "REF": _references,
    "AGENCY": _agencies,
    "NUMBER": _numbers,
    "TAG": _tags,
    "QUERY": _query,
    "RULE": _rules,
    "FORMAT": _formats,
    "GROUP": _groups,
    "KEY": _orders,
    "WHAT": _failures,
    "NAMES": _guards,
    "KIND": _kinds,
}
"""Where the values come from, by what help calls them."""

UNOFFERED: Final = frozenset(
    {
        "COUNT",
        "DAY",
        "DAYS",
        "DEADLINE",
        "ID",
        "MONTH",
        "NAME",
        "PERCENT",
        "REV",
        "REVISION",
        "TEXT",
        "WORD",
        "WORDS",
    }
    | {"YEAR", *_PATHS}
)
"""What people know better, or a shell."""
