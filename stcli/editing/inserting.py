"""New keys and entries: the one place in a text where each begins."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from stcli.diagnostics import Edit
from stcli.documents.rewriting import written
from stcli.editing import lines
from stcli.editing.layout import check_implicit
from stcli.editing.writing import bracketed, ends_a_line

if TYPE_CHECKING:
    from stcli.documents.data import Data
    from stcli.editing.habits import Habits
    from stcli.editing.layout import Layout, Part
    from stcli.editing.writing import Writer


def new_key(layout: Layout, holder: Part, name: str, value: Data, writer: Writer) -> Edit:
    """Give the edit that writes a key a mapping lacks at its place among the others."""
    parts = layout.parts(holder)
    after = writer.kind.follows([part.name for part in parts], name)
    if layout.in_brackets(holder):
        return _in_brackets(layout, holder, parts, after, f"{written(name)}: {bracketed(value)}")
    if not parts:
        return _at_the_end(layout, writer.pair(name, value, 0), value)
    check_implicit(layout, parts)
    column = lines.column(layout.text, parts[0].begin)
    own = replace(writer, value_at=aligned_at(layout, parts)).pair(name, value, column)
    if after is None:
        return _first_key(layout, holder, parts[0], own)
    at = layout.extent(parts[after], column)
    return _lines_at(layout, at, [" " * column + own[0], *own[1:]], value)


def new_entry(layout: Layout, holder: Part, value: Data, writer: Writer) -> Edit:
    """Give the edit that writes an entry at the end of a list that has some."""
    parts = layout.parts(holder)
    last = parts[-1]
    if layout.in_brackets(holder):
        return _in_brackets(layout, holder, parts, len(parts) - 1, bracketed(value))
    column = lines.column(layout.text, last.begin)
    name = holder.name if holder.route else ""
    habits = _as_in(layout, last, name, writer.habits)
    writer = replace(writer, habits=habits, value_at=_aligned_in(layout, last))
    own = writer.entry(name, value, column)
    at = layout.extent(last, column)
    gap = 0 if layout.keeps_blanks(last, at) else _usual_gap(layout, parts, column)
    own = [*[""] * gap, " " * column + own[0], *own[1:]]
    return _lines_at(layout, at, own, value)


def aligned_at(layout: Layout, parts: list[Part]) -> int:
    """Give the column from their keys at which values stand that are aligned; 0 if they are not."""
    text = layout.text
    beside = [
        part
        for part in parts
        if part.start > part.opening and "\n" not in text[part.opening : part.start]
    ]
    columns = {part.start - part.begin for part in beside}
    different = len({part.opening - part.begin for part in beside}) > 1
    return columns.pop() if different and len(columns) == 1 else 0


def _aligned_in(layout: Layout, entry: Part) -> int:
    if not isinstance(entry.value, dict) or layout.in_brackets(entry):
        return 0
    return aligned_at(layout, layout.parts(entry))


def _as_in(layout: Layout, last: Part, name: str, habits: Habits) -> Habits:
    """Give the habits of a file as the last entry of a list has them."""
    if isinstance(last.value, dict | list) and last.value:
        usual = {**habits.bracketed, f"{name}[]": layout.in_brackets(last)}
        habits = replace(habits, bracketed=usual)
    if last.value is None:
        return habits
    return replace(
        habits,
        behind_dash=lines.column(layout.text, last.start) - lines.column(layout.text, last.begin),
        on_dash_line="\n" not in layout.text[last.begin : last.start],
    )


def _usual_gap(layout: Layout, parts: list[Part], column: int) -> int:
    """Give the number of blank lines that most entries of a list have above them."""
    gaps: Counter[int] = Counter()
    for part, following in pairwise(parts):
        gap, at = 0, layout.extent(part, column)
        while at < following.begin and lines.is_blank(layout.text, at):
            gap, at = gap + 1, lines.next_line(layout.text, at)
        gaps[gap] += 1
    return gaps.most_common(1)[0][0] if gaps else 0


def _first_key(layout: Layout, holder: Part, first: Part, own: list[str]) -> Edit:
    """Write a key before all others: beside the dash, or above the comments of the first one."""
    text, column = layout.text, lines.column(layout.text, first.begin)
    end = lines.line_end(text, first.begin)
    if not layout.own_line(first):
        return Edit(first.begin, first.begin, end.join((*own, " " * column)))
    at = lines.line_start(text, first.begin)
    while holder.route and at > holder.opening:
        above = lines.line_start(text, at - 1)
        comment = lines.comment_column(text, above)
        if above <= holder.opening or comment is None or comment > column:
            break
        at = above
    return Edit(at, at, end.join((" " * column + own[0], *own[1:], "")))


def _at_the_end(layout: Layout, own: list[str], value: Data) -> Edit:
    """Write the first lines of a text that has no content yet."""
    if not layout.text:
        return Edit(0, 0, "\n".join((*own, "")))
    return _lines_at(layout, len(layout.text), own, value)


def _lines_at(layout: Layout, at: int, own: list[str], value: Data) -> Edit:
    """Write lines where a line starts, or after a last one without a line end.

    Such a file is left without one, unless the last of the new lines would lose its own.
    """
    text = layout.text
    if at == 0 or text[at - 1] == "\n":
        return Edit(at, at, lines.line_end(text, at - 1 if at else 0).join((*own, "")))
    end = lines.line_end(text, at)
    return Edit(at, at, end + end.join(own) + (end if ends_a_line(value) else ""))


def _in_brackets(
    layout: Layout, holder: Part, parts: list[Part], after: int | None, own: str
) -> Edit:
    """Write a key or entry within brackets, on a line of its own if the others have theirs."""
    text = layout.text
    if not parts:
        return Edit(holder.start + 1, holder.start + 1, own)
    if after is None:
        lead = text[lines.line_start(text, parts[0].begin) : parts[0].begin]
        between = lines.line_end(text, parts[0].begin) + lead if not lead.strip() else " "
        return Edit(parts[0].begin, parts[0].begin, f"{own},{between}")
    part = parts[after]
    at, comma = _behind(text, part)
    if not layout.own_line(part):
        return Edit(at, at, f"{comma} {own}")
    end = lines.line_end(text, part.begin)
    lead = end + text[lines.line_start(text, part.begin) : part.begin]
    following = lines.skip(text, part.end)
    stop = lines.line_stop(text, part.end)
    if text[following] == ",":
        if following >= stop or lines.skip(text, following + 1) < stop:
            return Edit(at, at, f"{comma} {own}")
        return Edit(stop, stop, f"{lead}{own},")
    if following < stop:
        return Edit(at, at, f"{comma}{lead}{own}")
    return Edit(at, stop, f"{comma}{text[at:stop]}{lead}{own}")


def _behind(text: str, part: Part) -> tuple[int, str]:
    """Give where a comma may stand behind a part, and the comma; it may not touch a colon."""
    if text[part.end - 1] != ":":
        return part.end, ","
    if text[part.end] == " " and text[part.end + 1] != "#":
        return part.end + 1, ","
    return part.end, " ,"
