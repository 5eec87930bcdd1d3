"""From bytes to text: UTF-8 only, and no character that hides something from a reviewer."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from stcli.diagnostics import Edit, Fix, Problem
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message

LARGEST_FILE = 2_000_000
"""Bytes a file may have. A directive with 140 tasks has about 60,000."""

MOST_REPORTED = 20
"""Findings of one kind shown for one file; a binary file would give millions."""

_LINE_ENDS = "\x85\u2028\u2029"
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
)
_OUTSIDE_TEXT = "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
_HIDDEN = f"\x7f-\x9f{_LINE_ENDS}{_BIDIRECTIONAL}{_INVISIBLE}{_OUTSIDE_TEXT}"
_FORBIDDEN = re.compile(f"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f{_HIDDEN}]")
_FORBIDDEN_IN_VALUES = re.compile(f"[\x00-\x08\x0b-\x1f{_HIDDEN}]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}|={7})(?=[ \r\n]|\Z)[^\n]*", re.MULTILINE)
_NO_BREAK_INDENT = re.compile(r"^[ \t]*(?:- )*([\xa0\u2000-\u200a\u202f\u3000])", re.MULTILINE)


def too_large() -> Problem:
    """Refuse a file of more bytes than are read."""
    return Problem(
        "too-large",
        say("the file has more than {limit} bytes", limit=LARGEST_FILE),
        0,
        0,
        say("keep one directive a file, and attachments elsewhere"),
    )


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Give the text of a file's bytes, without a byte-order mark, and what is wrong with it.

    A file that is not UTF-8 gives a text with replacement characters, only good for excerpts.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", (
            Problem(
                "not-utf-8",
                say("the file is UTF-16, not UTF-8"),
                0,
                0,
                say("save it as UTF-8 in the editor"),
            ),
        )
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = len(data[: error.start].decode("utf-8"))
        bad = Problem(
            "not-utf-8",
            say("byte {byte} is not UTF-8", byte=f"0x{data[error.start]:02X}"),
            start,
            start + 1,
            say("save the file as UTF-8; the text before this byte reads well"),
        )
        return data.decode("utf-8", errors="replace"), (bad,)
    return text, () if _all_plain(text) else tuple(_forbidden(text))


def _all_plain(text: str) -> bool:
    """Tell quickly that nothing forbidden can be in a text; most are plain, and C tells it."""
    return text.replace("\n", " ").isprintable() and not any(
        character in text for character in _HIDDEN_BUT_PRINTABLE
    )


_HIDDEN_BUT_PRINTABLE = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0"
"""Characters without a shape that Unicode counts among letters and marks."""


def _forbidden(text: str) -> Iterator[Problem]:
    """Report characters that change what a reader sees, and marks left by a merge."""
    for count, found in enumerate(_FORBIDDEN.finditer(text)):
        if count == MOST_REPORTED:
            return
        yield Problem(
            "hidden-character",
            say("{character} may not stand in a file", character=name(found.group())),
            found.start(),
            found.end(),
            _remedy(found.group()),
            fix=_deletion(found) if found.group() not in f"\r{_LINE_ENDS}" else None,
        )


def _deletion(found: re.Match[str]) -> Fix:
    return Fix(say("delete the character"), (Edit(found.start(), found.end(), ""),))


def conflicts(text: str) -> tuple[Problem, ...]:
    """Report the marks that git leaves where a merge needs a decision."""
    if "\n<<<<<<<" not in text and "\n>>>>>>>" not in text and not text.startswith("<<<<<<<"):
        return ()
    return tuple(
        Problem(
            "conflict-mark",
            say("a merge conflict is not settled"),
            found.start(),
            found.start() + 7,
            say("keep one of the two sides and delete the lines with <<<<<<<, ======= and >>>>>>>"),
        )
        for found in _CONFLICT.finditer(text)
    )


def no_break_indents(text: str) -> tuple[Problem, ...]:
    """Report no-break and other wide spaces where a line's indentation should be."""
    if text.replace("\n", " ").isprintable():
        return ()
    return tuple(
        Problem(
            "space-in-indentation",
            say("the indentation holds {character}", character=name(found.group(1))),
            found.start(1),
            found.end(1),
            say("indent with ordinary spaces; this one was probably pasted from a document"),
        )
        for found in _NO_BREAK_INDENT.finditer(text)
    )


def hidden_in(value: str) -> str | None:
    """Give the first forbidden character of a value that was written with escapes, if any."""
    found = _FORBIDDEN_IN_VALUES.search(value)
    return found.group() if found else None


def name(character: str) -> str:
    """Give a character's code and name, as `U+200B ZERO WIDTH SPACE`."""
    known = _CONTROL_NAMES.get(character) or unicodedata.name(character, "")
    return f"U+{ord(character):04X} {known}".rstrip()


_CONTROL_NAMES = {
    "\x00": "NULL",
    "\x07": "BELL",
    "\x08": "BACKSPACE",
    "\x0b": "VERTICAL TAB",
    "\x0c": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}


def _remedy(character: str) -> Message:
    match character:
        case "\r":
            return say("end lines with LF or CRLF; a lone CR is a line end to YAML but not to git")
        case "\x85" | "\u2028" | "\u2029":
            return say("delete it and start a new line; YAML ends the line here, git does not")
        case _:
            return say("delete it; it cannot be seen and came with pasted text")
