"""From the words a person types to a query."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NoReturn

from stcli import deadlines
from stcli.deadlines import Day, DeadlineProblem, Period
from stcli.errors import StcliError
from stcli.messages import say
from stcli.query.naming import states_named
from stcli.query.terms import (
    COUNTS,
    DATES,
    KEYS,
    NONE,
    NUMBERS,
    OPTIONAL,
    TRAITS,
    Compared,
    InState,
    Named,
    Operator,
    Query,
    Search,
)
from stcli.spelling import closest, search_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stcli.query.terms import Term, When

_QUOTED: Final = r'"((?:[^"]|"")*)(?:"|\Z)'
_WORD: Final = re.compile(rf'(?:{_QUOTED}|[^\s"])+')
_PIECE: Final = re.compile(rf'{_QUOTED}|,|[^",]+')
_CONDITION: Final = re.compile(r"([A-Za-z][A-Za-z_-]*)\s*(<=|>=|[:<>=])(.*)", re.DOTALL)
_NEGATION: Final = re.compile(r"(?:-|not:)(?=.)", re.DOTALL)
_DATE: Final = re.compile("[0-9]{4}(?:-(?:[0-9]{2}(?:-[0-9]{2})?|[QqHh][0-9]))?")
_COUNT: Final = re.compile("([0-9]{1,6})d?")
_YEAR: Final = re.compile("[1-9][0-9]{3}")


def split(text: str) -> tuple[str, ...]:
    """Give the words of a query written as one text; quotes keep spaces together."""
    return tuple(found[0] for found in _WORD.finditer(text))


def parse(words: Sequence[str]) -> Query:
    """Give the query that words mean together.

    A word is `key:value,value` (one of them), `key<value` and the like for days and numbers, or
    a phrase to search for. `-` or `not:` before it negates. Quotes keep commas and signs in a
    value, a doubled quote is a quote, and one left open runs to the end of its word. A StcliError
    says what is wrong with a key, a state, a day or a number; no other text is refused.
    """
    return Query(tuple(term for word in words if (term := _term(word)) is not None))


def is_negation(word: str) -> bool:
    """Tell whether a word with a dash before it is surely a term and no option: `-tag:x`."""
    found = _CONDITION.fullmatch(word[1:])
    return word.startswith("-") and found is not None and found[1].lower() in KEYS


def _term(word: str) -> Term | None:
    word = word.strip()
    negation = _NEGATION.match(word)
    negated = negation is not None
    body = word[negation.end() :].strip() if negation else word
    condition = _CONDITION.fullmatch(body)
    if condition is None:
        text = _tidy("".join(piece for piece, _ in _pieces(body)))
        return Search(text, negated) if search_key(text) else None
    key, sign, rest = condition[1].lower(), condition[2], condition[3]
    if key not in KEYS:
        _refuse_key(key)
    operator = Operator.IS if sign == "=" else Operator(sign)
    return _condition(key, operator, tuple(dict.fromkeys(_values(key, rest))), negated=negated)


def _condition(
    key: str, operator: Operator, values: tuple[str | None, ...], *, negated: bool
) -> Term:
    if not values:
        raise StcliError(
            say("nothing stands behind `{start}`", start=key + operator),
            say("write a value there, such as {example}", example=_example(key)),
        )
    if key in DATES or key in NUMBERS:
        return _compared(key, operator, values, negated=negated)
    if operator is not Operator.IS:
        raise StcliError(
            say("`{key}` cannot be compared with `{sign}`", key=key, sign=operator.value),
            say("write `{start}` and the value; days and numbers have an order", start=f"{key}:"),
        )
    if key == "state":
        states = dict.fromkeys(state for word in values if word for state in states_named(word))
        return InState(tuple(states), negated)
    if key == "is":
        values = tuple(_trait(value) for value in values if value)
    return Named(key, values, negated)


def _trait(value: str) -> str:
    known = {search_key(one): one for one in TRAITS}
    found = known.get(search_key(value))
    if found is None:
        raise StcliError(
            say("no task is `{text}`", text=value),
            say("write one of {choices}", choices=", ".join(TRAITS)),
        )
    return found


def _compared(
    key: str, operator: Operator, values: tuple[str | None, ...], *, negated: bool
) -> Compared:
    whens: tuple[When | None, ...] = tuple(dict.fromkeys(_when(key, one) for one in values))
    if operator is Operator.IS:
        # A task that is not late has no lateness, so that `late<5` finds late ones only.
        whens = tuple(dict.fromkeys(None if when == 0 else when for when in whens))
    elif None in whens or len(whens) > 1:
        raise StcliError(
            say("`{start}` takes one value to compare with", start=key + operator),
            say("write one, such as {example}", example=_example(key)),
        )
    return Compared(key, operator, whens, negated)


def _when(key: str, value: str | None) -> When | None:
    if value is None:
        return None
    if key in DATES:
        return _date(key, value)
    if key in COUNTS:
        return _count(key, value)
    if _YEAR.fullmatch(value):
        return int(value)
    raise StcliError(
        say("`{text}` is not a year", text=value),
        say("write its four digits, such as {example}", example="year:2025"),
    )


def _count(key: str, value: str) -> int:
    found = _COUNT.fullmatch(value)
    if found is None and key == "extensions":
        raise StcliError(
            say("`{text}` is not a number", text=value),
            say("write digits only, such as {example}", example="extensions>1"),
        )
    if found is None:
        raise StcliError(
            say("`{text}` is not a number of days", text=value),
            say("write digits only, such as {example}", example="late>30"),
        )
    return int(found[1])


def _date(key: str, value: str) -> Day | Period:
    try:
        found = deadlines.parse(value)
    except DeadlineProblem as problem:
        if _DATE.fullmatch(value):
            raise StcliError(problem.message, problem.help) from None
        raise _no_date(key, value, _meant(value)) from None
    if isinstance(found, Day | Period):
        return found
    raise _no_date(key, value)


def _meant(value: str) -> str:
    """Give the day or period, as the format writes it, that other words mean; "" for none."""
    from stcli.deadlines.phrases import recognise  # noqa: PLC0415 - only a mistake pays for it

    found = recognise(value)
    if isinstance(found.deadline, Day | Period) and not found.doubts:
        return deadlines.write(found.deadline)
    return ""


def _no_date(key: str, value: str, meant: str = "") -> StcliError:
    message = say("`{text}` is not a day or period that {key} can have", text=value, key=key)
    if _DATE.fullmatch(meant):
        return StcliError(message, say("write {text}", text=meant))
    return StcliError(
        message,
        say(
            "write a day ({day}), a month ({month}), a quarter ({quarter}) or a year ({year})",
            day="2025-06-30",
            month="2025-06",
            quarter="2025-Q2",
            year="2025",
        ),
    )


def _values(key: str, text: str) -> Iterator[str | None]:
    """Give the values that commas divide, without the empty ones."""
    pieces: list[str] = []
    quoted = False
    for piece, is_quoted in (*_pieces(text), (",", False)):
        if piece != "," or is_quoted:
            pieces.append(piece)
            quoted = quoted or is_quoted
            continue
        value = _tidy("".join(pieces))
        if value.lower() == NONE and not quoted and key in OPTIONAL:
            yield None
        elif search_key(value):
            yield value
        pieces, quoted = [], False


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Give the parts of a text inside and outside of quotes, and the commas outside."""
    for found in _PIECE.finditer(text):
        quoted: str | None = found[1]
        if quoted is None:
            yield found[0], False
        else:
            yield quoted.replace('""', '"'), True


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _refuse_key(key: str) -> NoReturn:
    near = closest(key, KEYS)
    if near is None:
        help_ = say(
            "write one of {choices}, or put a text to search for in quotes", choices=", ".join(KEYS)
        )
    else:
        help_ = say(
            "did you mean `{near}`, or a text to search for, which stands in quotes?", near=near
        )
    raise StcliError(say("tasks cannot be asked for `{key}`", key=key), help_)


def _example(key: str) -> str:
    if key in DATES:
        return f"{key}<=2025-Q2"
    return _EXAMPLES.get(key, f'{key}:"..."')


_EXAMPLES: Final = {
    "late": "late>30",
    "extensions": "extensions>1",
    "is": "is:recurring",
    "period": "period:2025-Q2",
    "year": "year:2025",
    "state": "state:overdue,due-soon",
    "directive": "directive:25/CT-TTg",
    "lead": "lead:so-khcn",
}
