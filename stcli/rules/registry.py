"""How a rule is declared, and the list of all of them in reading order.

A rule's one name is that of its function with dashes. It names the fault, so that
`# stcli: allow task-without-lead` reads well. Its docstring is its documentation.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.fulfilment.completion import bases_on
from stcli.rules.extensions import extensions
from stcli.rules.mentions import citations, completions, deadlines, events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from stcli.deadlines import Bases
    from stcli.diagnostics import Rewriting
    from stcli.documents.data import Route
    from stcli.messages import Message
    from stcli.model import Directive, Tracker
    from stcli.references import References
    from stcli.rules.extensions import Extension
    from stcli.rules.mentions import Citation, Completed, Due, Event
    from stcli.settings import Settings


class Scope(Enum):
    """What a rule has to see to find something in a directive."""

    EACH = "the directive itself, and the files of the office"
    ALL = "other directives too"
    OFFICE = "nothing in directives, but the files of the office alone"


@dataclass(frozen=True)
class Survey:
    """What a rule may look at: everything that was read, on a day, under an office's settings.

    Where a file could not be read, nothing that points into it is a fault: `agencies_read` is
    False for the list of agencies, and `unread` holds the numbers of such directives, as
    `numbers.comparison_key` gives them.
    """

    tracker: Tracker
    references: References
    settings: Settings
    today: date
    agencies_read: bool = True
    unread: frozenset[str] = frozenset()

    @cached_property
    def issued(self) -> tuple[Directive, ...]:
        """The directives issued by the day; the others have a wrong day, which is said once."""
        return tuple(one for one in self.tracker.directives if one.issued <= self.today)

    @cached_property
    def completions(self) -> tuple[tuple[Directive, Completed], ...]:
        """What was completed or proved; several rules ask for it."""
        return tuple((one, found) for one in self.tracker.directives for found in completions(one))

    @cached_property
    def deadlines(self) -> tuple[tuple[Directive, Due], ...]:
        """All deadlines that were ever set; several rules ask for them."""
        return tuple((one, found) for one in self.tracker.directives for found in deadlines(one))

    @cached_property
    def events(self) -> tuple[tuple[Directive, Event], ...]:
        """What happened to tasks of the directives issued by the day; several rules ask for it."""
        return tuple((one, found) for one in self.issued for found in events(one))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All references that directives make, with what they mean; several rules ask for them."""
        return tuple(citations(self.tracker, self.references))

    def bases(self, directive: Directive) -> Bases:
        """Give the days that the tasks of a directive count from; several rules ask for them."""
        found = self._bases.get(id(directive))
        if found is None:
            found = bases_on(directive, self.references, self.today)
            self._bases[id(directive)] = found
        return found

    @cached_property
    def _bases(self) -> dict[int, Bases]:
        return {}

    @cached_property
    def extensions(self) -> tuple[Extension, ...]:
        """All changes that put a last day off; several rules ask for them."""
        return tuple(extensions(self.issued, self.bases, self.settings, self.today))


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault by the route to it in a file; lines and columns are found later.

    `at_key` points at the key instead of its value. `related` are other places that explain it.
    `fix` is what is to be written there instead, where that is certain.
    """

    path: str
    route: Route
    message: Message
    help: Message | None = None
    at_key: bool = False
    related: tuple[tuple[Message, str, Route], ...] = ()
    fix: Rewriting | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, its weight unless an office sets another, and what it wants and why.

    `check` is `None` for rules of reading, which the reader and the format check themselves.
    Most of these are `fixed`: what they find leaves no data to go on with, so they can be
    neither allowed nor weighed otherwise. Those that are `requested` are applied only when a
    pipeline asks for them. `scope` is what a rule of one directive has to see.
    """

    name: str
    severity: Severity
    text: str
    check: Callable[[Survey], Iterator[Finding]] | None = None
    fixed: bool = False
    requested: bool = False
    scope: Scope = Scope.EACH

    @property
    def summary(self) -> str:
        """The law in one line."""
        return self.text.partition("\n")[0]


RULES: dict[str, Rule] = {}
"""Every rule by name, in the order of declaration."""


def rule(
    severity: Severity, scope: Scope = Scope.EACH
) -> Callable[[Callable[[Survey], Iterator[Finding]]], Callable[[Survey], Iterator[Finding]]]:
    """Declare a function over a survey as a rule; its name and docstring become the rule's."""

    def declare(
        check: Callable[[Survey], Iterator[Finding]],
    ) -> Callable[[Survey], Iterator[Finding]]:
        name = check.__name__.replace("_", "-")
        text = inspect.cleandoc(check.__doc__ or "")
        RULES[name] = Rule(name, severity, text, check, scope=scope)
        return check

    return declare


def declare(name: str, text: str) -> None:
    """Declare a rule of reading: an error that leaves the file unread."""
    RULES[name] = Rule(name, Severity.ERROR, inspect.cleandoc(text), fixed=True)


def declare_doubt(name: str, text: str) -> None:
    """Declare a rule of reading that doubts a text it could read; a warning."""
    RULES[name] = Rule(name, Severity.WARNING, inspect.cleandoc(text))


def declare_requested(name: str, weight: Severity, text: str) -> None:
    """Declare a rule that is applied when it is asked for, by `policy/`."""
    RULES[name] = Rule(name, weight, inspect.cleandoc(text), requested=True)


def severity(name: str, settings: Settings) -> Severity:
    """Give the weight of a rule for an office."""
    known = RULES[name]
    return known.severity if known.fixed else settings.severities.get(name, known.severity)
