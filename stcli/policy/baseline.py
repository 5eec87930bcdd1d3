"""A baseline: findings that an office has taken note of and lets be until a day.

It lets a tree with old faults adopt the checks: what is listed does not fail a pipeline until its
day has come, and what is new does at once.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.diagnostics import Baseline, Tolerated
from stcli.policy.comparing import without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from stcli.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings without those let be; `expired` entries let nothing be, `idle` ones met nothing."""

    left: tuple[Diagnostic, ...]
    tolerated: int
    expired: int
    idle: int


def sift(
    found: Iterable[Diagnostic],
    baseline: Baseline,
    day: date,
    fingerprint: Callable[[Diagnostic], str],
) -> Sifted:
    """Leave out the findings that a baseline lets be on a day, each entry one of them."""
    alive = Counter(one.fingerprint for one in baseline.tolerated if day <= one.until)
    entries = alive.total()
    left = without(found, alive, fingerprint)
    idle = alive.total()
    return Sifted(left, entries - idle, len(baseline.tolerated) - entries, idle)


def baseline_of(
    found: Iterable[Diagnostic],
    until: date,
    fingerprint: Callable[[Diagnostic], str],
    known: Iterable[Tolerated] = (),
) -> Baseline:
    """Give the baseline that lets everything found be; what was listed keeps its day and reason."""
    listed = {one.fingerprint: one for one in known}
    return Baseline(
        tuple(
            listed.get(key) or Tolerated(one.rule, one.place.path, key, until)
            for one in found
            for key in (fingerprint(one),)
        )
    )


def written(baseline: Baseline) -> str:
    """Give the text of a baseline file, an entry a line, to which people add their reasons."""
    lines = ["tolerated:" if baseline.tolerated else "tolerated: []"]
    for one in baseline.tolerated:
        reason = "" if one.reason is None else f", reason: {_quoted(one.reason)}"
        lines.append(
            f"  - {{rule: {one.rule}, path: {_quoted(one.path)}, fingerprint: {one.fingerprint},"
            f" until: {one.until.isoformat()}{reason}}}"
        )
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Give a text in double quotes; what JSON escapes YAML reads alike."""
    return json.dumps(text, ensure_ascii=False)
