"""What the formats of `check` are given to draw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found, sorted, and the number of files looked at.

    `since` is the day or revision compared with, where there is one: then these are the new ones,
    and `resolved` those that are no more.
    """

    found: tuple[Diagnostic, ...]
    files: int
    resolved: tuple[Diagnostic, ...] = ()
    since: str | None = None

    def count(self, severity: Severity) -> int:
        """Give how many weigh that much."""
        return sum(one.severity is severity for one in self.found)

    def below(self, paths: Sequence[str]) -> Findings:
        """Give those in certain files and folders; `.` is everything."""

        def kept(all_: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
            return tuple(one for one in all_ if any(_is_below(one.place.path, p) for p in paths))

        return replace(self, found=kept(self.found), resolved=kept(self.resolved))


def _is_below(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder}/")
