"""What a query consists of: terms that must all hold, each with the key it asks about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from stcli.deadlines import Day, Period
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stcli.messages import Message
    from stcli.states import State

KEYS: Final[Mapping[str, Message]] = {
    "lead": say("who leads the task on the day: an agency's id, name, short name or a part"),
    "with": say("who coordinates on the day"),
    "responsible": say("who answers on the day: the lead, or those that took over from it"),
    "agency": say("any of lead, with and responsible"),
    "state": say("where it stands on the day; open includes due-soon, as in the totals"),
    "due": say("its last day: a day, month, quarter or year; also with < <= > >="),
    "original": say("its last day before any change; also with < <= > >="),
    "late": say("how many days late it is or was; also with < <= > >="),
    "extensions": say("how often its last day was put off; also with < <= > >="),
    "done": say("the day it was completed; also with < <= > >="),
    "issued": say("the day of its directive; also with < <= > >="),
    "year": say("the year of its directive; also with < <= > >="),
    "issuer": say("who issued its directive"),
    "directive": say("its directive, by any part of the number"),
    "type": say("the type of its directive, such as chỉ thị or CT"),
    "id": say("its id within its directive"),
    "title": say("words of its title"),
    "product": say("words of its product"),
    "officer": say("who follows it"),
    "evidence": say("words of the proof of completion"),
    "tag": say("a tag of it or of its directive"),
    "period": say("its period, for a recurring task: 2025-06, 2025-Q2, 2025"),
    "member": say("the member of a collective, where these are told apart by --expand"),
    "is": say("what it is: recurring, requested, suspect or extended"),
}
"""The keys of a query in the order in which help lists them, each with what it asks about.

The value `none` finds the tasks that have nothing there.
"""

DATES: Final = frozenset({"due", "original", "done", "issued"})
COUNTS: Final = frozenset({"late", "extensions"})
NUMBERS: Final = COUNTS | {"year"}
AGENCIES: Final = frozenset({"lead", "with", "responsible", "agency", "issuer", "member"})
TRAITS: Final = ("recurring", "requested", "suspect", "extended")
"""What `is:` asks about: a task that recurs, one that associations are asked for, one that nobody
confirmed after its directive was amended, one whose last day was put off."""

OPTIONAL: Final = frozenset(KEYS) - {
    "state",
    "issued",
    "year",
    "issuer",
    "directive",
    "id",
    "title",
    "is",
}
"""The keys of what a task may lack, which take `none`."""

NONE: Final = "none"


class Operator(StrEnum):
    """How a value is compared. A period is a range: `<` its first day, `<=` its last."""

    IS = ":"
    BELOW = "<"
    UP_TO = "<="
    ABOVE = ">"
    FROM = ">="


When: TypeAlias = Day | Period | int
"""What a value is compared with: a day, a period, or a number of days or a year."""


@dataclass(frozen=True, slots=True)
class Search:
    """Words to be found in the texts, numbers and agency names of a task, as one phrase."""

    text: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """Texts, ids or names of which one must fit; `None` stands for having none."""

    key: str
    values: tuple[str | None, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class InState:
    """States of which one must be that of the task; open includes due-soon."""

    states: tuple[State, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """A day or number compared; one value, or several of which one must fit after `:`.

    What a task does not have is neither below nor above anything; `None` stands for having none.
    A task that is not late has no lateness.
    """

    key: str
    operator: Operator
    values: tuple[When | None, ...]
    negated: bool = False


Term: TypeAlias = Search | Named | InState | Compared


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that must all hold; without any, every task fits."""

    terms: tuple[Term, ...] = ()
