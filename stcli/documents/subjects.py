"""What a finding is about, in words that stay when its file is laid out in another way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from stcli.documents.data import Data, Route

_NAMES: Final = (("id",), ("agency", "for", "date", "from", "rest", "by"), ("title", "name"))
"""Keys that tell the entry of a list from its neighbours, the best ones first."""
_COMMENT: Final = re.compile(r"(?:^|[ \t])#.*")
_DASHES: Final = re.compile(r"(?:- +)+")


def subject(data: Data, route: Route) -> tuple[str, ...]:
    """Give a route in names: the entry of a list by what tells it apart, not by its position.

    An entry that nothing tells apart has no name.
    """
    names = []
    value = data
    for step in route:
        match value:
            case dict() if isinstance(step, str):
                value = value.get(step)
                names.append(step)
            case list() if isinstance(step, int) and step < len(value):
                value = value[step]
                names.append(_name(value))
            case _:
                value = None
                names.append(str(step))
    return tuple(names)


def subject_at(text: str, start: int, end: int) -> tuple[str, ...]:
    """Give what stands at a stretch of a text that may be no YAML: its line without the layout.

    A comment on the line counts only where the finding lies in it. What points at nothing, at the
    very start, is about the whole file.
    """
    if start == end == 0:
        return ()
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    comment = _COMMENT.search(line)
    if comment is None or start - line_start < comment.start():
        return (_plain(line if comment is None else line[: comment.start()]),)
    return _plain(line[: comment.start()]), _plain(text[start : max(start, end)])


def _name(entry: Data) -> str:
    match entry:
        case str():
            return entry
        case dict():
            said = ([entry.get(key) for key in keys] for keys in _NAMES)
            texts = ([one for one in values if isinstance(one, str)] for values in said)
            return next((" ".join(one) for one in texts if one), "")
        case _:
            return ""


def _plain(line: str) -> str:
    return _DASHES.sub("", " ".join(line.split()), count=1)
