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

from stcli import lookup
from stcli.deadlines import period_name
from stcli.numbers import NumberProblem, comparison_key, parse, type_names

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
    number, issued = lookup.parted(text)
    task, *more = map(str.strip, text.partition("#")[2].split("@"))
    periods = [one for one in map(period_name, more) if one is not None]
    members = [one for one in more if one and period_name(one) is None]
    return Reference(number, issued, task, "".join(periods[:1]), "@".join(members))


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
        number, issued = lookup.parted(text)
        candidates = self._by_number.get(comparison_key(number), ())
        return tuple(one for one in candidates if _issued_so(one, issued))

    def typed(self, text: str) -> tuple[Directive, ...]:
        """Give the directives that a person at a terminal may mean: any part of the number.

        A whole number wins over a beginning, a beginning at a boundary over any other part;
        case, diacritics and the zeros before a number do not count.
        """
        whole = self.written(text)
        if whole:
            return whole
        number, issued = lookup.parted(text)
        wanted = lookup.part_key(number)
        if not wanted:
            return ()
        dated = ((_keys(one), one) for one in self.directives if _issued_so(one, issued))
        return lookup.best(wanted, dated)


def _keys(directive: Directive) -> tuple[str, ...]:
    return lookup.keys(directive.number, directive.aliases)


def _qualifiers(directive: Directive) -> tuple[str, str, str]:
    return lookup.qualifiers(directive.issued.isoformat(), directive.issuer)


def _issued_so(directive: Directive, wanted: str) -> bool:
    """Whether a directive is of that year, day or issuer, or of all of several."""
    return not wanted or lookup.is_issued_so(_qualifiers(directive), wanted)


def types(directive: Directive) -> tuple[str, ...]:
    """Give what a directive may be (chỉ thị, công văn): as stated, else as its number tells."""
    if directive.type is not None:
        return (directive.type,)
    try:
        return type_names(parse(directive.number))
    except NumberProblem:
        return ()
