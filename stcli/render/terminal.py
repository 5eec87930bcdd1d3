"""What a terminal is told, by way of rich: texts in tones, broken into lines, and written."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment, SegmentLines
from rich.style import Style as Look
from rich.text import Text

from stcli.render.sinks import safe_line
from stcli.render.style import Tone
from stcli.render.width import ELLIPSIS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from rich.console import RenderableType

    from stcli.render.style import Style

_LOOKS: Final = {
    Tone.PLAIN: Look.null(),
    Tone.TITLE: Look(bold=True),
    Tone.NAME: Look(color="cyan"),
    Tone.QUIET: Look(dim=True),
    Tone.GOOD: Look(color="green"),
    Tone.LATE: Look(color="magenta"),
    Tone.NEAR: Look(color="yellow"),
    Tone.BAD: Look(color="red"),
    Tone.OPEN: Look(color="blue"),
}
_UNBOUNDED: Final = 1 << 30
"""A width at which rich cuts nothing: what is drawn has its own width already."""


def terminal(style: Style, stream: TextIO) -> Console:
    """Give the terminal that a stream is; nothing about it is guessed from the environment."""
    return Console(
        file=stream,
        width=style.width,
        height=25,  # without one, rich takes TERM=dumb for 80 columns
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        legacy_windows=None if style.color else False,  # where rich colours by other means
    )


def toned(*spans: tuple[str, Tone]) -> Text:
    """Give texts, already fit for a terminal, side by side, each in its tone."""
    return Text.assemble(*((text, _LOOKS[tone]) for text, tone in spans))


def lines(console: Console, renderable: RenderableType) -> list[list[Segment]]:
    """Draw something into lines, as wide as it is itself."""
    unbounded = console.options.update(width=_UNBOUNDED)
    return console.render_lines(renderable, unbounded, pad=False)


def write(console: Console, renderables: Iterable[RenderableType]) -> None:
    """Draw things below each other, no line with space at its end."""
    for renderable in renderables:
        drawn = map(_finished, lines(console, renderable))
        console.print(SegmentLines(drawn, new_lines=True), crop=False)


def _finished(line: list[Segment]) -> list[Segment]:
    text = "".join(segment.text for segment in line).rstrip()
    safe = safe_line(text)
    if safe != text:
        return [Segment(safe)]
    return Segment.adjust_line_length(line, cell_len(text), pad=False)


def wrapped(console: Console, text: str, room: int) -> Iterator[str]:
    """Give a text in lines, broken between words.

    A word wider than a line stays whole, so that an address can still be copied.
    """
    for too_wide, words in groupby(text.split(" "), lambda word: cell_len(word) > room):
        if too_wide:
            yield from words
        else:
            yield from _broken(console, " ".join(words), room)


def shortened(console: Console, text: str, room: int, most: int) -> list[str]:
    """Give a text in so many lines at most; an ellipsis stands for what does not fit into them."""
    found = _broken(console, text, room)
    if len(found) <= most:
        return found
    last = _broken(console, found[most - 1], room - 1)[0]
    return [*found[: most - 1], last.rstrip(" ,;:.") + ELLIPSIS]


def _broken(console: Console, text: str, room: int) -> list[str]:
    if cell_len(text) <= room:
        return [text]
    return [line.plain.rstrip() for line in Text(text).wrap(console, max(room, 1))]
