"""A picture of medians: a row for each program, a dot for each number of tasks, powers of ten."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from itertools import cycle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LEFT, RIGHT, TOP, ROW = 230, 70, 64, 26
WIDTH = 860
COLOURS = ("#7aa6c2", "#1f5f8b", "#0b2e4a", "#000000")
STRONG, WEAK = "#c2410c", "#8a8a8a"


OURS = "stcli"


@dataclass(frozen=True, slots=True)
class Scale:
    """Seconds across the picture, from one power of ten to another, and colours of sizes."""

    low: int
    high: int
    colours: Mapping[int, str]

    def across(self, seconds: float) -> float:
        """Give where so many seconds stand."""
        part = (math.log10(seconds) - self.low) / (self.high - self.low)
        return LEFT + part * (WIDTH - LEFT - RIGHT)


def plot(title: str, rows: Mapping[str, Mapping[int, float]]) -> str:
    """Draw rows of seconds by the number of tasks as SVG, the quickest first; ours stands out."""
    ordered = sorted(rows, key=lambda name: max(rows[name].items()))
    seconds = [value for row in rows.values() for value in row.values()]
    sizes = sorted({size for row in rows.values() for size in row})
    scale = Scale(
        math.floor(math.log10(min(seconds))),
        math.ceil(math.log10(max(seconds))),
        dict(zip(sizes, cycle(COLOURS), strict=False)),
    )
    height = TOP + ROW * len(rows) + 40
    size = f'viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="13"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        text(12, 24, title, 'font-size="16" font-weight="bold"'),
        *_legend(scale),
        *_axis(scale, height),
    ]
    for number, name in enumerate(ordered):
        parts += _row(name, rows[name], TOP + ROW * number + ROW // 2, scale)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _legend(scale: Scale) -> Iterator[str]:
    for number, (size, colour) in enumerate(scale.colours.items()):
        left = LEFT + 130 * number
        yield dot(left, 44, colour)
        yield text(left + 10, 48, f"{size:,} tasks")


def _axis(scale: Scale, height: int) -> Iterator[str]:
    for power in range(scale.low, scale.high + 1):
        across = scale.across(10.0**power)
        yield line((across, across), (TOP, height - 34), 'stroke="#d4d4d4"')
        yield text(across, height - 16, f"{10.0**power:g} s", 'text-anchor="middle"')


def _row(name: str, row: Mapping[int, float], down: int, scale: Scale) -> Iterator[str]:
    weight, colour = ("bold", STRONG) if name == OURS else ("normal", WEAK)
    yield text(LEFT - 14, down + 4, name, f'text-anchor="end" font-weight="{weight}"')
    places = [scale.across(value) for value in row.values()]
    ends = (min(places), max(places))
    yield line(ends, (down, down), f'stroke="{colour}" stroke-width="2"')
    for size, value in row.items():
        yield dot(scale.across(value), down, scale.colours[size])
    _, largest = max(row.items())
    label = f"{largest:.3f}" if largest < 1 else f"{largest:.1f}"
    yield text(max(places) + 10, down + 4, label, f'font-weight="{weight}"')


def dot(across: float, down: float, colour: str) -> str:
    """Give a dot at a place."""
    return f'<circle cx="{across:.1f}" cy="{down:.1f}" r="5" fill="{colour}"/>'


def line(across: tuple[float, float], down: tuple[float, float], look: str) -> str:
    """Give a line from one place to another."""
    ends = f'x1="{across[0]:.1f}" x2="{across[1]:.1f}" y1="{down[0]:.1f}" y2="{down[1]:.1f}"'
    return f"<line {ends} {look}/>"


def text(across: float, down: float, words: str, look: str = "") -> str:
    """Give words at a place."""
    place = f'x="{across:.1f}" y="{down:.1f}" fill="#222222"'
    return f"<text {place} {look}>{escape(words)}</text>"
