"""From a query to a test on tasks, with names looked up once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, assert_never

from stcli.deadlines import Day, Period
from stcli.numbers import type_name
from stcli.query.agencies import agency_ids
from stcli.query.terms import AGENCIES, Compared, InState, Named, Operator, Search
from stcli.references import find_tasks, names, split, types, unknown_directive
from stcli.spelling import search_key
from stcli.states import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from typing import TypeAlias

    from stcli.model import Directive, Tracker
    from stcli.query.terms import Query, When
    from stcli.references import References
    from stcli.views.tasks import TaskRow

    Test: TypeAlias = Callable[[TaskRow], bool]

Value = TypeVar("Value")

_BETWEEN: Final = "\0"  # stands in no file, so that no phrase reaches from one text into the next


def predicate(query: Query, tracker: Tracker, references: References) -> Test:
    """Give the test of a query, as the package says."""
    searches = tuple(term for term in query.terms if isinstance(term, Search))
    others = (term for term in query.terms if not isinstance(term, Search))
    tests = [_test(term, tracker, references) for term in others]
    if searches:
        tests.append(_searched(searches, tracker))  # last, as it costs more than all others
    return lambda row: all(test(row) for test in tests)


def value_test(
    term: InState | Compared | Named, tracker: Tracker
) -> tuple[Callable[[TaskRow], Any], Callable[[Any], bool]] | None:
    """Give the value of a row that a term asks about, and the test of it; None where it asks more.

    Whether the term is negated is not looked at.
    """
    match term:
        case InState():
            return (lambda row: row.standing.state), _in_state(term)
        case Compared():
            return _NUMBERS[term.key], _compared(term)
        case Named(key) if key in AGENCIES:
            return _IDS[key], _of_agencies(term, tracker)
        case Named("id" | "tag" | "period"):
            return _TEXTS[term.key], _equal(term)
        case Named(key) if key in _TEXTS:
            return _TEXTS[key], _containing(term)
        case _:
            return None


def _test(term: InState | Compared | Named, tracker: Tracker, references: References) -> Test:
    by_value = value_test(term, tracker)
    if by_value is None:
        test = _row_test(term, references)
    else:
        of, fits = by_value
        test = lambda row: fits(of(row))  # noqa: E731 - one of two
    return (lambda row: not test(row)) if term.negated else test


def _row_test(term: InState | Compared | Named, references: References) -> Test:
    match term:
        case Named("directive"):
            return _of_directives(term, references)
        case Named("type"):
            return _of_types(term)
        case Named("is"):
            return _having_traits(term)
        case _:
            raise AssertionError(term)


def _in_state(term: InState) -> Callable[[State], bool]:
    wanted = {*term.states, *((State.DUE_SOON,) if State.OPEN in term.states else ())}
    return wanted.__contains__


def _compared(term: Compared) -> Callable[[int | None], bool]:
    fits = _FITS[term.operator]
    ranges = tuple(_range(value) for value in term.values if value is not None)
    none_fits = None in term.values

    def test(value: int | None) -> bool:
        if value is None:
            return none_fits
        return any(fits(value, low, high) for low, high in ranges)

    return test


def _range(value: When) -> tuple[int, int]:
    match value:
        case Day(day):
            return day.toordinal(), day.toordinal()
        case Period(first, last):
            return first.toordinal(), last.toordinal()
        case int():
            return value, value
    assert_never(value)


def _of_agencies(term: Named, tracker: Tracker) -> Callable[[tuple[str, ...]], bool]:
    wanted = {one for value in _given(term) for one in agency_ids(value, tracker)}
    none_fits = None in term.values

    def test(ids: tuple[str, ...]) -> bool:
        return not wanted.isdisjoint(ids) if ids else none_fits

    return test


def _of_directives(term: Named, references: References) -> Test:
    whole: set[int] = set()
    tasks: set[tuple[int, str]] = set()
    for value in _given(term):
        found = references.typed(value)
        if not found:
            raise unknown_directive(value, references)
        wanted = split(value)
        if wanted.task:
            named = (task for one in found for task in find_tasks(one, wanted.task))
            tasks.update((id(task), wanted.period) for task in named)
        else:
            whole.update(map(id, found))

    def test(row: TaskRow) -> bool:
        if id(row.directive) in whole:
            return True
        task = id(row.task)
        return (task, "") in tasks or (task, row.period or "") in tasks

    return test


def _of_types(term: Named) -> Test:
    wanted = {search_key(type_name(value) or value) for value in _given(term)}
    none_fits = None in term.values

    def fits(directive: Directive) -> bool:
        known = set(map(search_key, types(directive)))
        return not wanted.isdisjoint(known) if known else none_fits

    fits_once = _once(fits)
    return lambda row: fits_once(row.directive)


def _equal(term: Named) -> Callable[[tuple[str, ...]], bool]:
    wanted = {search_key(value) for value in _given(term)}
    none_fits = None in term.values

    def test(texts: tuple[str, ...]) -> bool:
        return any(search_key(text) in wanted for text in texts) if texts else none_fits

    return test


def _having_traits(term: Named) -> Test:
    wanted = tuple(_TRAITS[value] for value in _given(term))
    return lambda row: any(has(row) for has in wanted)


def _containing(term: Named) -> Callable[[tuple[str, ...]], bool]:
    wanted = tuple(map(search_key, _given(term)))
    none_fits = None in term.values

    def test(texts: tuple[str, ...]) -> bool:
        if not texts:
            return none_fits
        keys = tuple(map(search_key, texts))
        return any(one in key for one in wanted for key in keys)

    return test


def _searched(terms: Iterable[Search], tracker: Tracker) -> Test:
    """Give the test of all searches, for which the texts of a task are put together once."""
    wanted = tuple((search_key(term.text), not term.negated) for term in terms)
    of_directive = _once(lambda one: _key((one.number, *one.aliases, one.title)))

    @cache
    def of_agency(agency: str) -> str:
        known = tracker.agencies.get(agency)
        return _key(names(known)) if known else search_key(agency)

    def test(row: TaskRow) -> bool:
        stands, task = row.standing, row.task
        agencies = {*stands.leads, *stands.coordinating, *row.responsible}
        texts = (stands.title, task.title, stands.product, task.notes, task.quote)
        text = _BETWEEN.join(
            (of_directive(row.directive), _key(filter(None, texts)), *map(of_agency, agencies))
        )
        return all((key in text) is found for key, found in wanted)

    return test


def _given(term: Named) -> tuple[str, ...]:
    return tuple(value for value in term.values if value is not None)


def _key(texts: Iterable[str]) -> str:
    return search_key(_BETWEEN.join(dict.fromkeys(texts)))


def _once(of: Callable[[Directive], Value]) -> Callable[[Directive], Value]:
    """Give the same function, computed once for each directive: many tasks ask about it."""
    known: dict[int, tuple[Directive, Value]] = {}

    def remembered(directive: Directive) -> Value:
        found = known.get(id(directive))
        if found is None:
            # The directive is kept with its value: an id is only its own while it is alive.
            found = known[id(directive)] = directive, of(directive)
        return found[1]

    return remembered


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _optional(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


_FITS: Final[Mapping[Operator, Callable[[int, int, int], bool]]] = {
    Operator.IS: lambda value, low, high: low <= value <= high,
    Operator.BELOW: lambda value, low, _: value < low,
    Operator.UP_TO: lambda value, _, high: value <= high,
    Operator.ABOVE: lambda value, _, high: value > high,
    Operator.FROM: lambda value, low, _: value >= low,
}
_NUMBERS: Final[Mapping[str, Callable[[TaskRow], int | None]]] = {
    "due": lambda row: _ordinal(row.standing.due),
    "original": lambda row: _ordinal(row.standing.original_due),
    "extensions": lambda row: row.standing.extensions or None,
    "done": lambda row: _ordinal(row.standing.done),
    "issued": lambda row: row.directive.issued.toordinal(),
    "year": lambda row: row.directive.issued.year,
    "late": lambda row: row.standing.days_late or None,
}
_IDS: Final[Mapping[str, Callable[[TaskRow], tuple[str, ...]]]] = {
    "lead": lambda row: row.standing.leads,
    "with": lambda row: row.standing.coordinating,
    "responsible": lambda row: row.responsible,
    "agency": lambda row: row.standing.leads + row.standing.coordinating + row.responsible,
    "issuer": lambda row: (row.directive.issuer,),
    "member": lambda row: _optional(row.member),
}
_TRAITS: Final[Mapping[str, Callable[[TaskRow], bool]]] = {
    "recurring": lambda row: row.occurrence is not None,
    "requested": lambda row: row.requested,
    "suspect": lambda row: row.suspect is not None,
    "extended": lambda row: row.standing.extensions > 0,
}
_TEXTS: Final[Mapping[str, Callable[[TaskRow], tuple[str, ...]]]] = {
    "id": lambda row: (row.task.id,),
    "tag": lambda row: row.tags,
    "period": lambda row: _optional(row.period),
    "title": lambda row: (row.standing.title,),
    "product": lambda row: _optional(row.standing.product),
    "officer": lambda row: _optional(row.task.officer),
    "evidence": lambda row: row.evidence,
}
