"""Names of directives, tasks and agencies as people write them, and what they stand for.

A number repeats every year and in every office, so a directive is known by issuer, number and
year. It is named `25/CT-TTg` where that is unique, else `25/CT-TTg@2023` or `25/CT-TTg@2023-10-05`;
a task of it `25/CT-TTg#3`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.numbers import comparison_key
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.model import Agency, Directive, Task, Tracker


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference taken apart: the number, the year or day after `@`, the task id after `#`."""

    number: str
    issued: str = ""
    task: str = ""
    period: str = ""


def split(text: str) -> Reference:
    """Take a reference apart; nothing is looked up."""
    document, _, task = text.partition("#")
    number, _, issued = document.partition("@")
    task, _, period = task.partition("@")
    return Reference(number.strip(), issued.strip(), task.strip(), period.strip())


class References:
    """The directives of a tracker by their names, made once and asked often."""

    __slots__ = ("_by_number", "_names", "directives")

    def __init__(self, tracker: Tracker) -> None:
        self.directives = tracker.directives
        self._by_number: dict[str, list[Directive]] = defaultdict(list)
        for directive in tracker.directives:
            for number in dict.fromkeys((directive.number, *directive.aliases)):
                self._by_number[comparison_key(number)].append(directive)
        self._names: dict[int, str] = {}

    def name(self, directive: Directive) -> str:
        """Give the shortest reference that only this directive has."""
        known = self._names.get(id(directive))
        if known is None:
            known = self._names[id(directive)] = self._shortest(directive)
        return known

    def task_name(self, directive: Directive, task: Task) -> str:
        """Give the reference of a task of a directive."""
        return f"{self.name(directive)}#{task.id}"

    def written(self, text: str) -> tuple[Directive, ...]:
        """Give the directives that a reference in a file may mean: whole numbers only."""
        reference = split(text)
        candidates = self._by_number.get(comparison_key(reference.number), ())
        return tuple(
            one for one in candidates if one.issued.isoformat().startswith(reference.issued)
        )

    def typed(self, text: str) -> tuple[Directive, ...]:
        """Give the directives that a person at a terminal may mean: any part of the number.

        A whole number wins over a beginning, a beginning at a boundary over any other part;
        case and diacritics do not count.
        """
        whole = self.written(text)
        if whole:
            return whole
        reference = split(text)
        wanted = search_key(reference.number)
        dated = [
            (search_key(number), one)
            for one in self.directives
            if one.issued.isoformat().startswith(reference.issued)
            for number in (one.number, *one.aliases)
        ]
        for fits in (_equal, _starts_at_boundary, _starts, _contains):
            found = dict.fromkeys(id(one) for key, one in dated if fits(key, wanted))
            if found:
                return tuple(one for one in self.directives if id(one) in found)
        return ()

    def _shortest(self, directive: Directive) -> str:
        number = directive.number.strip()
        for name in (
            number,
            f"{number}@{directive.issued.year}",
            f"{number}@{directive.issued.isoformat()}",
        ):
            if len(self.written(name)) == 1:
                return name
        return name


def _equal(key: str, wanted: str) -> bool:
    return key == wanted


def _starts_at_boundary(key: str, wanted: str) -> bool:
    return key.startswith(wanted) and not key[len(wanted) : len(wanted) + 1].isalnum()


def _starts(key: str, wanted: str) -> bool:
    return key.startswith(wanted)


def _contains(key: str, wanted: str) -> bool:
    return bool(wanted) and wanted in key


def find_tasks(directive: Directive, wanted: str) -> tuple[Task, ...]:
    """Give the tasks of a directive with an id; case does not count."""
    exact = tuple(task for task in directive.tasks if task.id == wanted)
    return exact or tuple(
        task for task in directive.tasks if search_key(task.id) == search_key(wanted)
    )


def find_agencies(agencies: Iterable[Agency], wanted: str) -> tuple[Agency, ...]:
    """Give the agencies a person may mean by an id, a name, a short name, an alias or a part."""
    key = search_key(wanted)
    listed = tuple(agencies)
    exact = tuple(
        one
        for one in listed
        if key in {search_key(text) for text in (one.id, one.name, one.short or "", *one.aliases)}
    )
    return exact or tuple(
        one for one in listed if key and (key in search_key(one.id) or key in search_key(one.name))
    )
