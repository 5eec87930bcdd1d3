"""What a YAML syntax error means to the person who typed the text.

libyaml names the token it stumbled over; the cause is often earlier in the line, and usually one
of a dozen habits. Each has a rule of its own, so that `stcli explain` can show it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stcli.diagnostics import Problem
from stcli.documents import mending
from stcli.messages import say

if TYPE_CHECKING:
    from yaml import YAMLError

GLUED_KEY = re.compile(r"[ ]*(?:- )*[a-z_]+:(?=[^\s/])", re.ASCII)
"""A key whose colon no space follows; `https://...` is not one."""

_KEY = re.compile(r"[ ]*(?:- )*[^\s:#'\"\[{-][^:#'\"\[{]*:(?=\s|$)")
_TEXT_AFTER_QUOTE = re.compile(r"""[^'"#]*:[ ]+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ ]*[^\s#]""")


def explain(text: str, error: YAMLError) -> Problem:
    """Give the finding for an error of libyaml, at the cause where that can be told."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = min(mark.index, len(text)) if mark else 0
    context = getattr(error, "context_mark", None)
    since = min(context.index, index) if context else index
    said = str(getattr(error, "problem", None) or "it cannot be read")
    about = str(getattr(error, "context", None) or "")
    return _tab(text, index) or _by_words(text, since, index, said, about)


def _by_words(text: str, since: int, index: int, said: str, about: str) -> Problem:
    match said:
        case "mapping values are not allowed in this context":
            return _mapping_value(text, index)
        case "could not find expected ':'":
            return _no_colon(text, since)
        case "found unexpected end of stream" if "quoted" in about:
            return _unclosed_quote(since)
        case "found unexpected document indicator" if "quoted" in about:
            return _unclosed_quote(since)
        case "found unknown escape character" | "did not find expected hexdecimal number":
            return _bad_escape(index)
        case "found character that cannot start any token":
            return _reserved(text, index)
        case "did not find expected alphabetic or numeric character":
            return _reserved(text, since)
        case _ if "tag" in about or "tag" in said:
            return _tag(text, since)
        case _ if "expected ',' or" in said or "flow" in about:
            return _unclosed_bracket(text, since)
        case _:
            return _structure(text, since, index, said)


def _structure(text: str, since: int, index: int, said: str) -> Problem:
    """Tell the causes apart that end a block: text after a quote, glued key, indentation."""
    line_start = text.rfind("\n", 0, index) + 1
    for start in _line_starts(text, since, index):
        if glued := GLUED_KEY.match(text, start):
            return no_space_after_colon(glued)
    if _TEXT_AFTER_QUOTE.match(text, line_start):
        return Problem(
            "text-after-quote",
            say("text goes on after the closing quote"),
            index,
            -1,
            say("put the whole text in quotes, and double a quote inside it: 'a ''b'' c'"),
        )
    if "key" in said or "indicator" in said or "block" in said:
        return _indentation(index)
    return Problem(
        "syntax",
        say("this is not YAML: {problem}", problem=said),
        index,
        -1,
        say("compare the line with its neighbours, and quote the text if it holds signs"),
    )


def _line_starts(text: str, since: int, index: int) -> list[int]:
    """Give the starts of the last lines from one offset to another, a few of them."""
    starts = [text.rfind("\n", 0, index) + 1]
    lowest = text.rfind("\n", 0, since) + 1
    while starts[0] > lowest and len(starts) < _LINES_LOOKED_BACK:
        starts.insert(0, text.rfind("\n", 0, starts[0] - 1) + 1)
    return starts


_LINES_LOOKED_BACK = 8


def _tab(text: str, index: int) -> Problem | None:
    line_start = text.rfind("\n", 0, index) + 1
    lead = re.compile(r"[ ]*(?:-[ ]*)*\t").match(text, line_start)
    if lead is None or lead.end() - 1 > index:
        return None
    return Problem(
        "tab-in-indentation",
        say("a tab stands where spaces should be"),
        lead.end() - 1,
        lead.end(),
        say("indent with spaces only; most editors have a setting for it"),
        fix=mending.untabbed(text, lead.end() - 1),
    )


def no_space_after_colon(found: re.Match[str]) -> Problem:
    """Give the finding for a key that is glued to its value."""
    key = found.group().strip(" -")
    return Problem(
        "no-space-after-colon",
        say("there is no space after `{key}`", key=key),
        found.end() - len(key),
        found.end(),
        say("write a space after the colon"),
        fix=mending.spaced(found.end()),
    )


def _mapping_value(text: str, index: int) -> Problem:
    """Tell a second colon in a line (`V/v: ...`) from a line that is indented too far."""
    line_start = text.rfind("\n", 0, index) + 1
    key = _KEY.match(text, line_start)
    if key is not None and key.end() - 1 == index:
        before = text.rfind("\n", 0, max(line_start - 1, 0)) + 1
        if line_start and (glued := GLUED_KEY.match(text, before)):
            return no_space_after_colon(glued)
        return _indentation(index - len(text[line_start:index].lstrip()))
    return Problem(
        "colon-in-text",
        say("a text with a colon and a space needs quotes"),
        key.end() + 1 if key is not None else index,
        -1,
        say('put the text in quotes: title: "V/v: ..."'),
        fix=mending.quoted(text, key.end()) if key is not None else None,
    )


def _no_colon(text: str, since: int) -> Problem:
    for start in _line_starts(text, max(0, text.rfind("\n", 0, since)), since):
        if glued := GLUED_KEY.match(text, start):
            return no_space_after_colon(glued)
    return Problem(
        "syntax",
        say("this line has no key and no colon"),
        since,
        -1,
        say("indent it to continue the text above, or give it a key and a colon"),
    )


def _unclosed_quote(start: int) -> Problem:
    return Problem(
        "unclosed-quote",
        say("the quote that opens here is never closed"),
        start,
        start + 1,
        say("close it, and double a quote inside a quoted text: 'a ''b'' c'"),
    )


def _tag(text: str, start: int) -> Problem:
    word = _WORD.match(text, start)
    return Problem(
        "tag",
        say("the tag {tag} sets a type", tag=word.group() if word else "!"),
        start,
        word.end() if word else start + 1,
        say("delete it, types come from the keys; quote a text that starts with !"),
    )


_WORD = re.compile(r"\S+")


def _bad_escape(index: int) -> Problem:
    return Problem(
        "bad-escape",
        say("a backslash in double quotes starts an escape, and this is none"),
        index,
        index + 1,
        say("use single quotes for a text with backslashes"),
    )


def _reserved(text: str, index: int) -> Problem:
    return Problem(
        "reserved-character",
        say("a text may not start with {character}", character=text[index : index + 1] or "?"),
        index,
        index + 1,
        say("put the text in quotes"),
    )


def _unclosed_bracket(text: str, since: int) -> Problem:
    start = since
    if text[since : since + 1] not in {"[", "{"}:
        start = max(text.rfind("[", 0, since), text.rfind("{", 0, since), 0)
    return Problem(
        "unclosed-bracket",
        say("the bracket that opens here is not closed, or a comma is missing after it"),
        start,
        start + 1,
        say("close it, or quote the text if the bracket belongs to it"),
    )


def _indentation(index: int) -> Problem:
    return Problem(
        "wrong-indentation",
        say("this line does not line up with the others of its block"),
        index,
        -1,
        say("indent all keys of a block by the same number of spaces"),
    )
