"""A picture of values that grow with the number of tasks: a line for each kind of run."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from plot import dot, line, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LEFT, RIGHT, TOP, BOTTOM = 70, 250, 50, 40
WIDTH, HEIGHT = 860, 420
COLOURS = ("#c2410c", "#d97706", "#1f5f8b", "#0b2e4a", "#8a8a8a")
BETWEEN_NAMES = 18


class Paper:
    """Tasks across and values upwards, both by powers of ten."""

    def __init__(self, lines: Mapping[str, Mapping[int, float]]) -> None:
        tasks = [math.log10(size) for row in lines.values() for size in row]
        values = [math.log10(value) for row in lines.values() for value in row.values()]
        self.tasks = range(math.floor(min(tasks)), max(math.ceil(max(tasks)), 1) + 1)
        self.values = range(math.floor(min(values)), math.ceil(max(values)) + 1)

    def across(self, tasks: float) -> float:
        """Give where so many tasks stand."""
        part = (math.log10(tasks) - self.tasks[0]) / max(len(self.tasks) - 1, 1)
        return LEFT + part * (WIDTH - LEFT - RIGHT)

    def down(self, value: float) -> float:
        """Give where a value stands."""
        part = (math.log10(value) - self.values[0]) / max(len(self.values) - 1, 1)
        return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)


def curves(title: str, lines: Mapping[str, Mapping[int, float]]) -> str:
    """Draw lines of values by the number of tasks as SVG, each named at its end."""
    paper = Paper(lines)
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        text(12, 24, title, 'font-size="16" font-weight="bold"'),
        *_grid(paper),
    ]
    ends = {name: paper.down(max(row.items())[1]) for name, row in lines.items()}
    labels = _apart(ends)
    for (name, row), colour in zip(lines.items(), COLOURS, strict=False):
        parts += _line(row, colour, paper)
        parts.append(
            text(
                WIDTH - RIGHT + 14,
                labels[name] + 4,
                name,
                f'font-weight="bold" style="fill:{colour}"',
            )
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _grid(paper: Paper) -> Iterator[str]:
    for power in paper.tasks:
        across = paper.across(10.0**power)
        yield line((across, across), (TOP, HEIGHT - BOTTOM), 'stroke="#d4d4d4"')
        yield text(across, HEIGHT - BOTTOM + 18, f"{10**power:,}", 'text-anchor="middle"')
    for power in paper.values:
        down = paper.down(10.0**power)
        yield line((LEFT, WIDTH - RIGHT), (down, down), 'stroke="#d4d4d4"')
        yield text(LEFT - 8, down + 4, f"{10.0**power:g}", 'text-anchor="end"')


def _line(row: Mapping[int, float], colour: str, paper: Paper) -> Iterator[str]:
    places = [(paper.across(tasks), paper.down(value)) for tasks, value in sorted(row.items())]
    points = " ".join(f"{across:.1f},{down:.1f}" for across, down in places)
    yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
    yield from (dot(across, down, colour) for across, down in places)


def _apart(ends: Mapping[str, float]) -> dict[str, float]:
    """Give where names stand that would otherwise stand on one another."""
    found: dict[str, float] = {}
    last = -math.inf
    for name in sorted(ends, key=ends.__getitem__):
        last = max(ends[name], last + BETWEEN_NAMES)
        found[name] = last
    return found
