"""Findings of two days or revisions compared: which are new, and which are resolved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from stcli.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was not found before, and what was found before and is no more."""

    new: tuple[Diagnostic, ...]
    resolved: tuple[Diagnostic, ...]


def compare(
    now: Iterable[Diagnostic],
    before: Iterable[Diagnostic],
    fingerprint: Callable[[Diagnostic], str],
) -> Comparison:
    """Compare findings by what they are about, wherever in the file that stands.

    Of several with one fingerprint as many are new as there are more of them than before.
    """
    found, known = tuple(now), tuple(before)
    new = without(found, Counter(map(fingerprint, known)), fingerprint)
    resolved = without(known, Counter(map(fingerprint, found)), fingerprint)
    return Comparison(new, resolved)


def without(
    found: Iterable[Diagnostic],
    known: Counter[str],
    fingerprint: Callable[[Diagnostic], str],
) -> tuple[Diagnostic, ...]:
    """Give the findings that are not among the known ones, each of which is taken from `known`."""
    left = []
    for one in found:
        key = fingerprint(one)
        if known[key]:
            known[key] -= 1
        else:
            left.append(one)
    return tuple(left)
