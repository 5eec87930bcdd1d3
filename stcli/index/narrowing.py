"""Which of the tasks that are kept may be meant, told by columns before a model is unpacked."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from stcli.index import naming
from stcli.index import office as kept_office
from stcli.index.about import DIRECTIVE, several
from stcli.index.damage import Damaged
from stcli.index.hints import hint
from stcli.model import Tracker
from stcli.query import InState, Named, Search, parse, predicate
from stcli.query.matching import value_test
from stcli.query.terms import AGENCIES
from stcli.references import References, find_agencies
from stcli.views.status import Grouping
from stcli.views.tasks import task_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from stcli.index.kept import Kept
    from stcli.index.rows import Listing, Rows
    from stcli.index.stretches import Stretches
    from stcli.load import Loaded
    from stcli.query import Query, Term
    from stcli.views.status import Alike


class UnsureError(Exception):
    """Columns do not tell what a term means; all directives do, or say what is wrong with it."""


AGENCIES_OF_A_TASK: Final = ("leads", "with", "responsible")
"""The columns of all agencies that have to do with a task."""


def listing(rows: Rows, words: Sequence[str]) -> Listing | None:
    """List the tasks that fit the words of a query; None where that may be any."""
    some = _found(rows, words)
    return None if some is None else rows.listing(some)


def grouped(rows: Rows, words: Sequence[str], grouping: Grouping) -> Iterable[Alike] | None:
    """Count the tasks that fit words by their groups; None where no column tells these."""
    column = _GROUPS.get(grouping)
    some = None if column is None else _found(rows, words)
    if column is None or some is None:
        return None
    values, keys = column
    return rows.alike(some, values(rows), keys)


def _found(rows: Rows, words: Sequence[str]) -> Sequence[int] | None:
    """Give the positions of the tasks that fit words; None where that may be any."""
    query = parse(words)
    try:
        some, exact = _fitting(rows, query)
    except UnsureError:
        return None
    return some if exact else _searched(rows, some, query)


def stretches(kept: Kept, rows: Rows | None, words: Sequence[str]) -> Stretches | None:
    """Go through the directives with tasks that may fit words; None where nobody knows a word.

    Without the columns of tasks all are gone through.
    """
    query = parse(words)
    try:
        if rows is None:
            _check_agencies(query, kept)
            return _through(kept, None, query)
        return _through(rows.kept, _fitting(rows, query)[0] if words else None, query, rows)
    except UnsureError:
        return None


def narrowed(rows: Rows, words: Sequence[str]) -> Loaded | None:
    """Load the directives of the tasks that may fit; None where that may be any."""
    try:
        some, _ = _fitting(rows, parse(words))
    except UnsureError:
        return None
    if len(some) == len(rows.holding):
        return None
    from stcli.index import recall  # noqa: PLC0415 - what is only listed needs no models

    return recall.some(rows.kept, sorted({rows.files[at] for at in some}))


def around(rows: Rows, reference: str) -> Loaded | None:
    """Load what a reference means, with all that it is made of: what it refers to, and what to it.

    For an agency these are the directives with tasks of its own. None where nothing is meant.
    """
    kept = rows.kept
    order = kept.having(DIRECTIVE)
    heads = tuple(naming.directives(kept, order))
    at = {one.path: position for one, position in zip(heads, order, strict=True)}
    wanted = {at[one.path] for one in References(Tracker(heads)).typed(reference)}
    if "#" not in reference:
        agencies = find_agencies(kept_office.agencies(kept), reference)
        wanted |= _with_tasks_of({one.id for one in agencies}, rows)
    if not wanted:
        return None
    from stcli.index import recall  # noqa: PLC0415 - the same

    return recall.some(kept, sorted(wanted | _tied(wanted, kept)))


def _with_tasks_of(agencies: AbstractSet[str], rows: Rows) -> set[int]:
    """Give the positions of the entries with tasks that any of some agencies has to do with."""
    found: set[int] = set()
    for name in AGENCIES_OF_A_TASK if agencies else ():
        column = rows.texts(name)
        known = {one for one in set(column) if not agencies.isdisjoint(several(one))}
        found.update(rows.files[at] for at in rows.holding if column[at] in known)
    return found


def _tied(wanted: AbstractSet[int], kept: Kept) -> set[int]:
    """Give the positions of what some directives mention, and of what mentions them."""
    keys, mentions = ([*map(several, kept.texts(name))] for name in ("keys", "mentions"))
    own = {key for at in wanted for key in keys[at]}
    named = {key for at in wanted for key in mentions[at]}
    return {
        at
        for at in kept.having(DIRECTIVE)
        if not (own.isdisjoint(mentions[at]) and named.isdisjoint(keys[at]))
    }


def _searched(rows: Rows, some: Sequence[int], query: Query) -> list[int]:
    """Give those of some tasks that fit a query, which only their models tell."""
    day, kept = date.fromordinal(rows.day), rows.kept

    def places(loaded: Loaded) -> dict[str, int]:
        """Give by paths the places of the tasks that fit, as the bits of a number."""
        fits = predicate(query, loaded.tracker, loaded.references)
        count: Counter[str] = Counter()
        found: Counter[str] = Counter()
        for row in task_rows(loaded.tracker, loaded.references, loaded.settings, day):
            if fits(row):
                found[row.path] |= 1 << count[row.path]
            count[row.path] += 1
        return dict(found)

    through = _through(kept, some, query, rows)
    at = {path: position for position, path in enumerate(kept.paths) if kept.live[position]}
    wanted = {at[path]: own for _, answer in through.asked(places) for path, own in answer.items()}
    files, place = rows.files, rows.places
    found = [one for one in some if wanted.get(files[one], 0) >> place[one] & 1]
    if len(found) != sum(map(int.bit_count, wanted.values())):
        raise Damaged
    return found


def _through(
    kept: Kept, some: Sequence[int] | None, query: Query, rows: Rows | None = None
) -> Stretches:
    """Go through the directives of some tasks, or through all.

    That a directive is asked for which nobody knows is said before.
    """
    from stcli.index.stretches import Stretches  # noqa: PLC0415 - what is listed needs no models

    positions = None
    if rows is not None and some is not None and len(some) < len(rows.holding):
        positions = sorted({rows.files[at] for at in some}, key=kept.paths.__getitem__)
    agencies = kept_office.agencies(kept)
    found = Stretches(kept, positions, hint(query, agencies))
    if any(isinstance(one, Named) and one.key == "directive" for one in query.terms):
        predicate(query, Tracker((), agencies), found.heads)
    return found


def _fitting(rows: Rows, query: Query) -> tuple[Sequence[int], bool]:
    """Give the positions of the tasks that may fit a query, and whether all of them do."""
    some, exact = rows.holding, True
    tracker = _check_agencies(query, rows.kept)
    for term in query.terms:
        told = _told(term, rows, tracker)
        if told is None:
            exact = False
            continue
        values, fits = told
        some = rows.fitting(some, values, fits)
    return some, exact


def _check_agencies(query: Query, kept: Kept) -> Tracker:
    """See that all agencies of a query are listed, so that it does not matter which tasks have."""
    tracker = Tracker((), kept_office.agencies(kept))
    for term in query.terms:
        if isinstance(term, Named) and term.key in AGENCIES:
            for one in term.values:
                if one is not None and not find_agencies(tracker.listed, one):
                    raise UnsureError
    return tracker


def _told(
    term: Term, rows: Rows, tracker: Tracker
) -> tuple[Sequence[Hashable], Callable[[Any], bool]] | None:
    """Give a value for each task and the test of it; None where no column tells of a term."""
    if isinstance(term, Search):
        return None
    key = "state" if isinstance(term, InState) else term.key
    if key == "directive" and isinstance(term, Named):
        return _of_directives(term, rows)
    column = _COLUMNS.get(key)
    if column is None:
        return None
    found = value_test(term, tracker)
    if found is None:
        return None
    values, meant = column
    _, fits = found
    return values(rows), lambda value: fits(meant(value)) is not term.negated


def _of_directives(
    term: Named, rows: Rows
) -> tuple[Sequence[Hashable], Callable[[Any], bool]] | None:
    """Give the files of the tasks, and the test whether one is asked for."""
    values = [one for one in term.values if one is not None]
    if any("#" in one for one in values):
        return None
    every = References(Tracker(tuple(naming.directives(rows.kept, rows.kept.having(DIRECTIVE)))))
    wanted: set[str] = set()
    for value in values:
        found = every.typed(value)
        if not found:
            raise UnsureError
        wanted.update(one.path for one in found)
    paths = rows.kept.paths
    return rows.files, lambda file: (paths[file] in wanted) is not term.negated


_COLUMNS: Final[Mapping[str, tuple[Callable[[Rows], Sequence[Hashable]], Callable[[Any], Any]]]] = {
    "state": (lambda rows: rows.states, lambda state: state),
    "due": (lambda rows: rows.written, lambda day: day or None),
    "done": (lambda rows: rows.done, lambda day: day or None),
    "late": (lambda rows: rows.late, lambda days: days or None),
    "issued": (lambda rows: rows.of_files(rows.kept.numbers("issued")), lambda day: day),
    "year": (
        lambda rows: rows.of_files(rows.kept.numbers("issued")),
        lambda day: date.fromordinal(day).year,
    ),
    "issuer": (lambda rows: rows.of_files(rows.kept.texts("issuers")), lambda one: (one,)),
    "lead": (lambda rows: rows.texts("leads"), several),
    "with": (lambda rows: rows.texts("with"), several),
    "responsible": (lambda rows: rows.texts("responsible"), several),
    "agency": (
        lambda rows: list(zip(*map(rows.texts, AGENCIES_OF_A_TASK), strict=True)),
        lambda texts: tuple(chain.from_iterable(map(several, texts))),
    ),
    "title": (lambda rows: rows.texts("tasks"), lambda title: (title,)),
}
"""For each key the values of all tasks, and what the test of a query is given in their place."""

_GROUPS: Final[
    Mapping[Grouping, tuple[Callable[[Rows], Sequence[Any]], Callable[[Any], tuple[str, ...]]]]
] = {
    Grouping.AGENCY: (lambda rows: rows.texts("responsible"), several),
    Grouping.ISSUER: (lambda rows: rows.of_files(rows.kept.texts("issuers")), lambda one: (one,)),
    Grouping.YEAR: (
        lambda rows: rows.of_files(rows.kept.numbers("issued")),
        lambda day: (str(date.fromordinal(day).year),),
    ),
}
"""For groups that columns tell the values of all tasks, and the groups that stand in one."""
