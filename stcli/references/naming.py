"""Names of directives and tasks, taken apart, made and looked up.

A number repeats every year and in every office, so a directive is known by issuer, number and
year. It is named `25/CT-TTg` where that is unique, else `25/CT-TTg@2023` or `25/CT-TTg@2023-10-05`,
and where two offices used one number on one day, `25/CT-TTg@thu-tuong` by its issuer. A task of it
is `25/CT-TTg#3`, one occurrence of a recurring task `25/CT-TTg#3@2024-Q1`, and what is one member's
of a task of a collective `25/CT-TTg#3@so-khcn` or `25/CT-TTg#3@2024-Q1@so-khcn`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.deadlines import period_name
from stcli.numbers import NumberProblem, comparison_key, parse, type_names
from stcli.spelling import same, search_key

if TYPE_CHECKING:
    from stcli.model import Directive, Task, Tracker


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference taken apart: the number, what follows `@`, the task id after `#`.

    `issued` is a year, a day or an issuer, or several of them with `@` between; `period` is that
    of one occurrence of a recurring task, `member` an agency of the collective that leads it.
    """

    number: str
    issued: str = ""
    task: str = ""
    period: str = ""
    member: str = ""


def split(text: str) -> Reference:
    """Take a reference apart; nothing is looked up."""
    document, _, task = text.partition("#")
    number, _, issued = document.partition("@")
    task, *more = map(str.strip, task.split("@"))
    periods = [one for one in map(period_name, more) if one is not None]
    members = [one for one in more if one and period_name(one) is None]
    return Reference(number.strip(), issued.strip(), task, "".join(periods[:1]), "@".join(members))


class References:
    """The directives and agencies of a tracker by their names, made once and asked often."""

    __slots__ = ("_by_number", "_qualified", "agencies", "directives")

    def __init__(self, tracker: Tracker) -> None:
        self.directives = tracker.directives
        self.agencies = tracker.agencies
        self._by_number: dict[str, list[Directive]] = defaultdict(list)
        for directive in tracker.directives:
            for key in _keys(directive):
                self._by_number[key].append(directive)
        self._qualified = Counter(
            (key, qualifier)
            for key, sharing in self._by_number.items()
            if len(sharing) > 1
            for directive in sharing
            for qualifier in _qualifiers(directive)
        )

    def name(self, directive: Directive) -> str:
        """Give the shortest reference that only this directive of the tracker has.

        Two files that hold the same document have no such reference; both get the longest one.
        """
        number, key = directive.number.strip(), comparison_key(directive.number)
        if len(self._by_number.get(key, ())) <= 1:
            return number
        _, day, issuer = qualifiers = _qualifiers(directive)
        for qualifier in qualifiers:
            if self._qualified[key, qualifier] == 1:
                return f"{number}@{qualifier}"
        return f"{number}@{day}@{issuer}"

    def task_name(self, directive: Directive, task: Task) -> str:
        """Give the reference of a task of a directive."""
        return f"{self.name(directive)}#{task.id}"

    def written(self, text: str) -> tuple[Directive, ...]:
        """Give the directives that a reference in a file may mean: whole numbers only."""
        reference = split(text)
        candidates = self._by_number.get(comparison_key(reference.number), ())
        return tuple(one for one in candidates if _issued_so(one, reference.issued))

    def typed(self, text: str) -> tuple[Directive, ...]:
        """Give the directives that a person at a terminal may mean: any part of the number.

        A whole number wins over a beginning, a beginning at a boundary over any other part;
        case, diacritics and the zeros before a number do not count.
        """
        whole = self.written(text)
        if whole:
            return whole
        reference = split(text)
        wanted = _part_key(reference.number)
        if not wanted:
            return ()
        dated = [
            (tuple(map(search_key, _keys(one))), one)
            for one in self.directives
            if _issued_so(one, reference.issued)
        ]
        for fits in (_equal, _starts_at_boundary, str.startswith, str.__contains__):
            found = tuple(one for keys, one in dated if any(fits(key, wanted) for key in keys))
            if found:
                return found
        return ()


def _keys(directive: Directive) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(comparison_key, (directive.number, *directive.aliases))))


def _part_key(text: str) -> str:
    return search_key(comparison_key(text))


def _qualifiers(directive: Directive) -> tuple[str, str, str]:
    """Give the year, day and issuer by which directives with one number are told apart."""
    day = directive.issued.isoformat()
    return day[:4], day, same(directive.issuer).casefold()


def _issued_so(directive: Directive, wanted: str) -> bool:
    """Whether a directive is of that year, day or issuer, or of all of several."""
    if not wanted:
        return True
    known = _qualifiers(directive)
    return all(part.strip() in known for part in same(wanted).casefold().split("@"))


def _equal(key: str, wanted: str) -> bool:
    return key == wanted


def _starts_at_boundary(key: str, wanted: str) -> bool:
    return key.startswith(wanted) and not key[len(wanted) : len(wanted) + 1].isalnum()


def types(directive: Directive) -> tuple[str, ...]:
    """Give what a directive may be (chỉ thị, công văn): as stated, else as its number tells."""
    if directive.type is not None:
        return (directive.type,)
    try:
        return type_names(parse(directive.number))
    except NumberProblem:
        return ()
