"""What may be typed next: keys that are missing, agencies, references, deadlines, known words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from stcli.completing.candidates import Candidate
from stcli.documents.rewriting import written
from stcli.lsp.cursor import read_cursor, rule_typed
from stcli.lsp.meanings import mapping_format, meaning
from stcli.lsp.values import VALUES, Asked
from stcli.messages import Message, say
from stcli.render.sinks import is_visible
from stcli.rules.catalogue import RULES
from stcli.sources import SETTINGS
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from stcli.lsp.cursor import Cursor
    from stcli.lsp.tree import Tree

MOST: Final = 80
"""Proposals given at once; an editor asks again when more has been typed."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word to choose, the text that goes in its place, and what it stands for.

    `sought` is by what an editor filters it, which starts as the stretch does that it replaces.
    """

    word: str
    text: str
    about: str | Message
    sought: str
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Proposals:
    """What may stand in place of a stretch of the text; not `whole` where there is more."""

    found: tuple[Proposal, ...] = ()
    start: int = 0
    end: int = 0
    whole: bool = True


def proposals(text: str, offset: int, name: str, tree: Tree) -> Proposals:
    """Give what may be typed at an offset of a file."""
    rule = rule_typed(text, offset)
    if rule is not None:
        typed, *place = rule
        return _fitting(_rules(allowed=True), typed, (place[0], place[1]), attrgetter("text"))
    cursor = read_cursor(text, offset)
    if cursor is None:
        return Proposals()
    if cursor.key is None and (name, cursor.keys) == (SETTINGS, ("severity",)):
        left = (one for one in _rules() if one.text not in cursor.siblings)
        return _fitting(left, cursor.typed, (cursor.start, cursor.end), _as_key)
    if cursor.key is None and mapping_format(name, cursor.keys) is not None:
        return _keys(cursor, name, followed=text[cursor.end :].lstrip(" ").startswith(":"))
    return _values(cursor, text, name, tree)


def _rules(*, allowed: bool = False) -> Iterator[Candidate]:
    """Give the rules that an office may weigh, of them only those that a comment may allow."""
    for one in RULES.values():
        if not (one.fixed or (allowed and one.requested)):
            yield Candidate(one.name, Message(one.summary))


def _as_key(one: Candidate) -> str:
    return f"{one.text}: "


def _keys(cursor: Cursor, name: str, *, followed: bool) -> Proposals:
    """Give the keys that the mapping lacks, in the order of the format: what it needs first."""
    format = mapping_format(name, cursor.keys)
    found = []
    for word, key in format.keys.items() if format else ():
        if word not in cursor.siblings and _fits(word, cursor.typed):
            text = word if followed else f"{word}:" if key.inner else f"{word}: "
            about = say("required: {says}", says=key.says) if key.required else key.says
            found.append(Proposal(word, text, about, word, is_key=True))
    return Proposals(tuple(found), cursor.start, cursor.end, whole=not cursor.typed)


def _values(cursor: Cursor, text: str, name: str, tree: Tree) -> Proposals:
    quote = cursor.typed[:1] if cursor.typed[:1] in {'"', "'"} else ""
    end = cursor.end + (bool(quote) and text[cursor.end : cursor.end + 1] == quote)
    typed = cursor.typed.removeprefix(quote)
    found = meaning(name, cursor.path)
    if found is None:
        return Proposals()
    offered = VALUES[found](Asked(cursor, typed, name, tree))
    fitting = _fitting(offered, typed, (cursor.start, end), partial(_spelt, quote=quote))
    if not quote:
        return fitting
    sought = (replace(one, sought=quote + one.sought) for one in fitting.found)
    return replace(fitting, found=tuple(sought))


def _spelt(one: Candidate, quote: str) -> str:
    """Give a word as YAML; one that goes on is left open."""
    return quote + one.text if one.goes_on else written(one.text, quote)


def _fitting(
    offered: Iterable[Candidate],
    typed: str,
    place: tuple[int, int],
    spelt: Callable[[Candidate], str],
) -> Proposals:
    """Give the first of what fits, found by any of its names, without capitals and diacritics."""
    every = {one.text: one for one in offered if is_visible(one.text)}
    exact = [one for one in every.values() if search_key(one.text).startswith(search_key(typed))]
    taken = {one.text for one in exact}
    like = [one for one in every.values() if one.text not in taken and _is_like(one, typed)]
    found = [*exact, *like]
    shown = tuple(_proposal(one, spelt(one)) for one in found[:MOST])
    return Proposals(shown, *place, whole=len(shown) == len(every))


def _proposal(one: Candidate, text: str) -> Proposal:
    keys = (one.text, *one.names, *(search_key(name) for name in one.names))
    return Proposal(one.text, text, one.about, " ".join(dict.fromkeys(keys)))


def _is_like(one: Candidate, typed: str) -> bool:
    return any(_fits(name, typed) for name in (one.text, *one.names))


def _fits(name: str, typed: str) -> bool:
    return search_key(typed) in search_key(name)
