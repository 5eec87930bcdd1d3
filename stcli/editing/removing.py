"""Keys and entries that go: their lines, with the comments that are their own and no others.

Their own are those behind their values, between their lines, and below them where these are set
deeper than they are. A comment above stays, as nobody knows whether it speaks of one or of several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Edit
from stcli.editing import lines
from stcli.editing.layout import check_implicit
from stcli.editing.unsafe import Risk
from stcli.editing.writing import ends_a_line
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.editing.layout import Layout, Part


def without(layout: Layout, holder: Part, part: Part) -> Edit:
    """Give the edit that takes a part away from a list or mapping that has others."""
    parts = layout.parts(holder)
    at = parts.index(part)
    if layout.in_brackets(holder):
        return _from_brackets(layout, parts, at)
    if isinstance(holder.value, dict):
        check_implicit(layout, parts)
    if not layout.own_line(part):
        return _beside_dash(layout, part, parts[at + 1])
    return _lines_of(layout, parts, at, is_entry=isinstance(holder.value, list))


def check_nothing_lost(layout: Layout, holder: Part, part: Part) -> None:
    """Raise Risk where what goes holds a comment that is not of the part that it goes for."""
    if layout.in_brackets(holder):
        inside = (holder.start, part.begin), (part.end, holder.end)
    else:
        column = lines.column(layout.text, part.begin)
        below = lines.line_stop(layout.text, holder.opening)
        inside = (below, part.begin), (layout.extent(part, column), holder.end)
    for start, end in inside:
        found = layout.text.find("#", start, end)
        if found >= 0:
            raise Risk(found, say("this comment would go too"))


def _lines_of(layout: Layout, parts: list[Part], at: int, *, is_entry: bool) -> Edit:
    """Take whole lines away, and blank ones above where two gaps would become one."""
    text, part = layout.text, parts[at]
    column = lines.column(text, part.begin)
    start, end = lines.line_start(text, part.begin), layout.extent(part, column)
    is_last = at == len(parts) - 1
    if at and (end == len(text) or lines.is_blank(text, end) or (is_entry and is_last)):
        above = layout.extent(parts[at - 1], column)
        while start > above and lines.is_blank(text, lines.line_start(text, start - 1)):
            start = lines.line_start(text, start - 1)
    first = not at and is_entry and not is_last
    closes_up = first or (at and layout.keeps_blanks(parts[at - 1], start))
    while closes_up and end < len(text) and lines.is_blank(text, end):
        end = lines.next_line(text, end)
    keeps_end = at and ends_a_line(parts[at - 1].value)
    if end == len(text) and not text.endswith("\n") and not keeps_end:
        before = lines.line_stop(text, lines.line_start(text, start - 1)) if start else 0
        return Edit(before, end, "")
    return Edit(start, end, "")


def _beside_dash(layout: Layout, part: Part, following: Part) -> Edit:
    """Take away what stands on the line of a dash: the next key comes there, or a line end."""
    text = layout.text
    end = layout.extent(part, lines.column(text, part.begin))
    if not text[end : following.begin].strip():
        return Edit(part.begin, following.begin, "")
    start = len(text[: part.begin].rstrip(" "))
    return Edit(start, end, lines.line_end(text, part.begin))


def _from_brackets(layout: Layout, parts: list[Part], at: int) -> Edit:
    text, part = layout.text, parts[at]
    comma = lines.skip(text, part.end)
    has_comma = text[comma] == ","
    end = comma + 1 if has_comma else part.end
    stop = lines.line_stop(text, end)
    if layout.own_line(part) and lines.skip(text, end) >= stop:
        return _own_lines(layout, parts, at, stop, has_comma=has_comma)
    before = [Edit(_comma_behind(text, parts[at - 1]), part.end, "")] if at else []
    behind = [Edit(part.begin, following.begin, "") for following in parts[at + 1 : at + 2]]
    for edit in (*before, *behind):
        if "#" not in text[edit.start : part.begin] + text[part.end : edit.end]:
            return edit
    raise Risk(part.begin, say("a comment would go too"))


def _comma_behind(text: str, part: Part) -> int:
    """Give where what follows a part begins: its comma, if that may not touch a colon."""
    return lines.skip(text, part.end) if text[part.end - 1] == ":" else part.end


def _own_lines(layout: Layout, parts: list[Part], at: int, stop: int, *, has_comma: bool) -> Edit:
    """Take away lines within brackets, and the comma before them where none is behind them."""
    text, part = layout.text, parts[at]
    start = lines.line_stop(text, lines.line_start(text, part.begin) - 1)
    if has_comma or not at:
        return Edit(start, stop, "")
    before = parts[at - 1].end
    comma = lines.skip(text, before)
    return Edit(before, stop, text[before:comma] + text[comma + 1 : start])


def emptied(layout: Layout, holder: Part, part: Part) -> Edit:
    """Give the edit that leaves empty brackets of a list or mapping; its key's comment stays."""
    check_nothing_lost(layout, holder, part)
    empty = "[]" if isinstance(holder.value, list) else "{}"
    if layout.in_brackets(holder):
        return Edit(holder.start, holder.end, empty)
    stop = lines.line_stop(layout.text, holder.opening)
    comment = layout.text[holder.opening : stop].rstrip()
    end = layout.extent(part, lines.column(layout.text, part.begin))
    if layout.text[:end].endswith("\n"):
        end = lines.line_stop(layout.text, lines.line_start(layout.text, end - 1))
    return Edit(holder.opening, end, f" {empty}{comment}")
