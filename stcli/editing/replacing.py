"""Values written anew where one stands: in its quotes, its block or its brackets."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from stcli.diagnostics import Edit
from stcli.documents.doubts import cut_by_hash
from stcli.documents.rewriting import in_block, written
from stcli.editing import lines
from stcli.editing.inserting import aligned_at
from stcli.editing.layout import check_implicit
from stcli.editing.unsafe import Risk
from stcli.editing.writing import bracketed, ends_a_line
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.documents.data import Data
    from stcli.editing.layout import Layout, Part
    from stcli.editing.writing import Writer

_HEADER = re.compile(r"(?P<sign>[|>])[-+0-9]*")


def other_value(layout: Layout, holder: Part, part: Part, value: Data, writer: Writer) -> Edit:
    """Give the edit that puts another value in place of that of a part."""
    if layout.in_brackets(holder):
        return _in_brackets(layout, part, value)
    if isinstance(holder.value, dict):
        check_implicit(layout, [part])
    if isinstance(part.value, str) and isinstance(value, str):
        edit = _other_text(layout, part, value)
        if edit is not None:
            return edit
    return _whole(layout, holder, part, value, writer)


def with_another(layout: Layout, part: Part, value: Data) -> Edit | None:
    """Give the edit that makes a list of a text and another; None for a block of text."""
    raw = layout.text[part.start : part.end]
    if not isinstance(part.value, str) or _HEADER.match(raw):
        return None
    stays = raw[0] in "\"'" and "\n" not in raw
    first = raw if stays else bracketed(part.value)
    return Edit(part.start, part.end, f"[{first}, {bracketed(value)}]")


def _in_brackets(layout: Layout, part: Part, value: Data) -> Edit:
    text = layout.text
    if part.value is not None:
        _check_no_comment(layout, part, part.start)
        return Edit(part.start, part.end, _on_one_line(layout, part, value, in_brackets=True))
    if text[part.opening - 1] == ":":
        after = len(text) - len(text[part.opening :].lstrip(" "))
        end = after if text[after] in ",}" else part.opening
        return Edit(part.opening, end, f" {bracketed(value)}")
    return Edit(part.opening, part.opening, f": {bracketed(value)}")


def _on_one_line(layout: Layout, part: Part, value: Data, *, in_brackets: bool) -> str:
    """Give a value on one line, in the quotes that a text had."""
    if not isinstance(value, str):
        return bracketed(value)
    quote = layout.text[part.start] if isinstance(part.value, str) else ""
    own = written(value, quote, in_brackets=in_brackets)
    return written(value, '"') if cut_by_hash(own, layout.text, part.end) else own


def _other_text(layout: Layout, part: Part, value: str) -> Edit | None:
    """Give the edit for a text in place of a text; None where it changes from line to lines."""
    text = layout.text
    header = _HEADER.match(text, part.start)
    if header is not None:
        return _other_block(layout, part, value, header)
    if text[part.start] != '"' and in_block(value) is not None:
        return None
    return Edit(part.start, part.end, _on_one_line(layout, part, value, in_brackets=False))


def _other_block(layout: Layout, part: Part, value: str, header: re.Match[str]) -> Edit | None:
    """Give the edit for the lines of a block; None where a block cannot hold the new text.

    A text that is folded stays so where it is one line: only there is what is read what is seen.
    """
    text = layout.text
    body = lines.next_line(text, part.start)
    while body < part.end and lines.is_blank(text, body):
        body = lines.next_line(text, body)
    line = value.removesuffix("\n")
    is_line = bool(line) and "\n" not in line and not line[0].isspace()
    block = ("|" if value.endswith("\n") else "|-", [line]) if is_line else in_block(value)
    if block is None or body >= part.end:
        return None
    end = lines.line_end(text, part.start)
    lead = " " * lines.indentation(text, body)
    head = (header["sign"] if is_line else "|") + block[0][1:]
    own = [head + text[header.end() : lines.line_stop(text, part.start)]]
    own += (lead + one if one else "" for one in block[1])
    if part.end == len(text) and value.endswith("\n"):
        own.append("")
    return Edit(part.start, part.end, end.join(own))


def _whole(layout: Layout, holder: Part, part: Part, value: Data, writer: Writer) -> Edit:
    """Give the edit that writes all that is behind a key or dash anew, but for its comment."""
    text = layout.text
    comment, stop = _comment_of(layout, part)
    beside = part.start > part.opening and "\n" not in text[part.opening : part.start]
    gap = text[part.opening : part.start] if beside else " "
    if part.value is None and isinstance(holder.value, dict):
        aligned = aligned_at(layout, layout.parts(holder)) - (part.opening - part.begin)
        gap = " " * max(1, aligned)
    if layout.comment_below(stop) >= lines.column(text, part.begin) + writer.text_column:
        writer = replace(writer, blocks=False)
    first, *rest = _behind(layout, part, value, writer, len(gap))
    if first and cut_by_hash(first, first + comment, len(first)):
        first = written(value, '"') if isinstance(value, str) and not rest else first
    end = lines.line_end(text, part.begin)
    own = end.join(((gap + first if first else "") + comment, *rest))
    last_one = stop == len(text) and rest and ends_a_line(value)
    return Edit(part.opening, stop, own + (end if last_one else ""))


def _behind(layout: Layout, part: Part, value: Data, writer: Writer, gap: int) -> list[str]:
    """Give the lines of a new value, the first as it goes on behind the gap."""
    column = lines.column(layout.text, part.begin)
    step = part.route[-1]
    if isinstance(step, str):
        width = part.opening - part.begin + gap
        return writer.behind(step, value, column, width=width)
    name = next((str(one) for one in reversed(part.route) if isinstance(one, str)), "")
    first, *rest = writer.entry(name, value, column)
    return [first[1:].lstrip(" "), *rest]


def _comment_of(layout: Layout, part: Part) -> tuple[str, int]:
    """Give the comment on the line of a key or dash, with the blanks before it, and the end of all.

    Raises Risk where there are others, which have no place in another value.
    """
    text = layout.text
    header = _HEADER.match(text, part.start) if isinstance(part.value, str) else None
    if "\n" in text[part.opening : part.start]:
        start, stop = part.opening, lines.line_stop(text, part.opening)
        _check_no_comment(layout, part, stop)
        after = lines.line_stop(text, part.end)
        if text[part.end : after].strip():
            raise _lost(part.end)
        end = after
    elif header is not None:
        start, stop, end = header.end(), lines.line_stop(text, part.start), part.end
    else:
        _check_no_comment(layout, part, part.start)
        start = part.end
        end = stop = lines.line_stop(text, part.end)
    comment = text[start:stop]
    return (comment if comment.strip() else ""), end


def _check_no_comment(layout: Layout, part: Part, start: int) -> None:
    found = layout.comment_in(part, start)
    if found is not None:
        raise _lost(found)


def _lost(at: int) -> Risk:
    return Risk(at, say("this comment has no place in what is to be written here"))
