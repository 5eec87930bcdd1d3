"""What can be done about findings: the fixes they carry, and a comment that allows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from stcli.diagnostics import Edit
from stcli.documents import reader
from stcli.documents.allowances import allowances
from stcli.documents.rewriting import applied
from stcli.messages import say
from stcli.rules.catalogue import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.diagnostics import Diagnostic
    from stcli.documents.document import Document
    from stcli.messages import Message

_ALLOWED: Final = re.compile(r"[ \t]#[ \t]*stcli:[ \t]*allow[ \t]+[^\r\n#]*$")
_MOST_ALLOWED: Final = 10
"""Findings for which a comment is offered; each is tried out on the text."""


FIX_ALL: Final = say("mend everything that is certain in this file")


@dataclass(frozen=True, slots=True)
class Action:
    """Edits of the file that take a finding away; `safe` where nothing else can be meant."""

    title: Message
    edits: tuple[Edit, ...]
    finding: Diagnostic
    safe: bool


def fixes(found: Iterable[Diagnostic]) -> Iterator[Action]:
    """Give the fixes that findings carry, the safe ones first."""
    carried = [(one.fix, one) for one in found if one.fix is not None]
    for fix, one in sorted(carried, key=lambda pair: not pair[0].safe):
        yield Action(fix.title, fix.edits, one, fix.safe)


def all_fixes(found: Iterable[Diagnostic]) -> tuple[Edit, ...]:
    """Give the edits of all safe fixes, but for those that overlap with one before."""
    taken: list[Edit] = []
    safe = (one.fix.edits for one in found if one.fix is not None and one.fix.safe)
    for edits in sorted(safe, key=lambda edits: edits[0].start):
        if not taken or taken[-1].end < edits[0].start:
            taken += edits
    return tuple(taken)


def allowing(found: Iterable[Diagnostic], document: Document) -> Iterator[Action]:
    """Give for each finding the comment that allows its rule on its line."""
    tried: set[tuple[str, int]] = set()
    for one in found:
        if len(tried) == _MOST_ALLOWED:
            return
        rule = RULES[one.rule]
        line = one.place.line
        if rule.fixed or one.rule == "unused-allowance" or (one.rule, line) in tried:
            continue
        tried.add((one.rule, line))
        edit = _comment(one, document)
        if edit is not None:
            title = say("allow {rule} on this line", rule=one.rule)
            yield Action(title, (edit,), one, safe=False)


def _comment(one: Diagnostic, document: Document) -> Edit | None:
    """Give the comment at the end of the line, else above it, whichever is read as one."""
    text, start = document.text, document.text.rfind("\n", 0, one.place.start) + 1
    end = text.find("\n", start)
    line = text[start : len(text) if end < 0 else end].rstrip("\r")
    end = start + len(line)
    break_ = "\r\n" if text[end : end + 2] == "\r\n" else "\n"
    indent = line[: len(line) - len(line.lstrip(" "))]
    known = _ALLOWED.search(line)
    behind = f", {one.rule}" if known else f" # stcli: allow {one.rule}"
    for edit, lines in (
        (Edit(start + len(line.rstrip()), end, behind), 0),
        (Edit(start, start, f"{indent}# stcli: allow {one.rule}{break_}"), 1),
    ):
        after = reader.parse(document.path, applied(text, (edit,)))
        wanted = one.rule, one.place.line + lines
        allowed = {(each.rule, each.line) for each in allowances(after)}
        if after.data == document.data and document.data is not None and wanted in allowed:
            return edit
    return None
